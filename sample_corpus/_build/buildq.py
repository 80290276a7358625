import build,json,questions as q
build.w("questions.jsonl",q.QS); build.w("questions_heldout.jsonl",q.HQ)
json.dump(q.CH,open(build.OUT+"question_checks.json","w"),ensure_ascii=False,indent=0)
from collections import Counter
print(len(q.QS),Counter(x["kind"] for x in q.QS)); print(len(q.HQ),Counter(x["kind"] for x in q.HQ))
