"""What may stand in a statement that a user writes: kinds of nodes of its tree, and functions."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# nodes of the tree, by the parser's keys
NODES = _words("""
    add alias all and any array between boolean bracket case cast column cte cube datatype datatypeparam distinct div dpipe eq
    escape except exists filter from group groupingsets gt gte having identifier if ignorenulls ilike in intdiv intersect interval
    is join jsonpath jsonpathkey jsonpathroot jsonpathsubscript like limit literal lt lte mod mul neg neq not null nullsafeeq
    nullsafeneq offset or order ordered paren pow qualify respectnulls rollup select slice star sub subquery table tablealias
    trycast tuple union values var where window windowspec with withingroup
""")

# functions that the parser knows, by its keys
FUNCTIONS = _words("""
    abs anyvalue approxdistinct approxquantile argmax argmin arrayagg arrayconcat arraycontains arraycontainsall arraydistinct
    arrayfirst arraylast arraymax arraymin arrayoverlaps arrayposition arrayreverse arraysize arraysort arraysum arraytostring
    ascii avg cast cbrt ceil chr coalesce concat concatws contains corr cos count countif covarpop covarsamp cumedist currentdate
    currenttimestamp date dateadd datediff datefromparts datepart datesub datetimediff datetrunc day dayname dayofweek
    dayofweekiso dayofyear degrees denserank endswith exp extract first firstvalue floor greatest groupconcat grouping hex hour
    initcap isinf isnan jarowinklersimilarity jsonextract jsonextractscalar justifydays kurtosis lag last lastday lastvalue lead
    least left length levenshtein ln log logicaland logicalor lower makeinterval max md5 median min minute mode month monthname
    nthvalue ntile nullif percentilecont percentiledisc percentrank pi pow quantile quarter radians rank regexpextract
    regexpfullmatch regexpilike regexplike regexpreplace regrcount regrintercept regrr2 regrslope replace reverse right round
    rownumber safedivide second sign sin skewness sortarray split splitpart sqrt startswith stddev stddevpop stddevsamp string
    strposition strtodate strtotime substring sum tan timestampdiff timestampfromparts timestamptrunc timestrtotime timetostr
    timetounix todays translate trim trunc trycast tsordstodate typeof unicode upper variance variancepop week weekofyear year
    yearofweek yearofweekiso
""")

# functions that the parser does not know, by the names that DuckDB gives them
NAMED = _words("""
    add age any_value approx_count_distinct approx_quantile arg_max arg_max_null arg_min arg_min_null array_agg array_length
    array_to_string bool_and bool_or century constant_or_null count_star cume_dist damerau_levenshtein date_add date_diff
    date_part date_sub date_trunc datediff datepart datesub decade dense_rank divide editdist3 entropy epoch epoch_ms era even exp
    favg fdiv flatten fmod format_bytes fsum gamma geomean geometric_mean group_concat hamming histogram ifnull instr isfinite
    isinf isnan isodow isoyear jaccard jaro_similarity jaro_winkler_similarity json_array_length json_extract json_extract_string
    json_keys json_type json_valid kahan_sum len list list_aggr list_aggregate list_any_value list_avg list_concat list_contains
    list_count list_distinct list_element list_extract list_first list_has list_has_all list_has_any list_last list_max
    list_median list_min list_position list_reverse list_reverse_sort list_slice list_sort list_sum list_unique listagg log10 log2
    ltrim mad make_date max_by millennium min_by mismatches mod multiply nextafter nfc_normalize now nvl percent_rank position
    prefix product quantile_cont quantile_disc regexp_matches regexp_split_to_array reservoir_quantile row_number rtrim sem
    signbit str_split strftime string_agg string_split strip_accents strlen strptime subtract suffix sumkahan to_days to_hours
    to_months to_weeks to_years today trunc try_strptime typeof weekday xor yearweek
""")
