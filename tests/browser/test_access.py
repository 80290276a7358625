"""Used by keyboard, on a phone, in the dark, with little motion, on paper."""

from tests.browser.asking import GROUPED, QUESTION, RANKED, REFUSED, ask, asked


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.className")


def tab_to(page, wanted, most=40):
    """Tab until something has the focus; the focus has to be seen wherever it goes."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), focused(page)
        if page.evaluate("selector => document.activeElement.matches(selector)", wanted):
            return
    raise AssertionError(f"{wanted} is not reached by the tabulator")


SEEN = """() => {
  const node = document.activeElement, style = getComputedStyle(node), box = getComputedStyle(node.closest(".box") ?? node);
  return node === document.body || style.outlineStyle !== "none" || box.boxShadow !== "none";
}"""


def test_the_page_works_by_keyboard_alone(open_page):
    page = open_page()
    page.wait_for_selector("#question:focus")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector(".turn.answered .passage")
    for selector in ("#compare", "th button", "td.sources .link", ".query summary", ".evidence-section > summary", ".passage"):
        tab_to(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_selector("#reader[open] .close:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reader", state="hidden")
    assert focused(page) == "passage"
    tab_to(page, "#follow-question")
    page.keyboard.type("And in 2017?")
    page.keyboard.press("Enter")
    page.wait_for_selector(".turn:nth-child(2).answered")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert focused(page) == "question"


def test_the_documents_work_by_keyboard_alone(open_page):
    page = open_page()
    page.wait_for_selector("#examples .chip")
    page.evaluate("document.activeElement.blur()")
    tab_to(page, "#to-documents")
    page.keyboard.press("Enter")
    page.wait_for_selector(".document")
    for selector in (".drop .soft", "#find", ".find select", ".document-name", ".remove"):
        tab_to(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_selector("#removal-dialog[open]")
    page.keyboard.press("Escape")
    page.wait_for_selector("#removal-dialog", state="hidden")
    assert "remove" in focused(page)


def test_a_skip_link_leads_past_the_head(open_page):
    page = open_page("/?view=documents")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert focused(page) == "main"


def test_answers_are_announced(open_page):
    page = open_page()
    ask(page, QUESTION)
    assert page.inner_text("#announcer") == page.inner_text(".sentence")
    assert page.title() == f"{QUESTION} · RIE"


PATHS = ("/", asked(RANKED), asked(REFUSED), asked(GROUPED, compare="rag"), "/?view=documents", "/docs")


def test_a_phone_never_scrolls_sideways(open_page, address):
    page = open_page(viewport={"width": 360, "height": 740}, color_scheme="dark", has_touch=True)
    for path in PATHS:
        page.goto(address + path)
        page.wait_for_selector("#examples .chip:visible, .turn:not(.waiting), .document:visible, .route")
        page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") == 360, path


def test_colours_have_enough_contrast(open_page):
    for scheme in ("light", "dark"):
        page = open_page(asked(GROUPED), color_scheme=scheme)
        page.wait_for_selector(".passage mark")
        page.click("td.sources .link")
        page.wait_for_selector(".only")
        page.wait_for_selector(".passage mark")
        assert faint(page, ".sentence", ".coverage", ".warning", ".asked", ".badge", "td.sources .link", "th.number small", ".only",
                     ".from", ".passage mark", ".fact-rest", ".reading-label", ".query summary", ".turn-foot", ".switch", ".top a",
                     ".primary", ".soft") == {}, scheme
        page.goto(page.url.split("?")[0] + "?view=documents")
        page.wait_for_selector(".document")
        page.locator(".remove").first.click()
        assert faint(page, ".document-name", ".document-about", ".remove", ".drop .muted", ".panel small", ".pager span",
                     "#removal-dialog .danger", "#removal-dialog .muted") == {}, scheme


def faint(page, *selectors):
    """The contrast of what stands out too little."""
    ratios = {selector: page.evaluate(CONTRAST, selector) for selector in selectors}
    return {selector: round(ratio, 1) for selector, ratio in ratios.items() if ratio < 4.5}


def test_little_motion_is_respected(open_page):
    page = open_page(asked(QUESTION), reduced_motion="reduce")
    page.wait_for_selector(".fact")
    assert page.evaluate(MOVING) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_paper_shows_the_answer_without_what_is_clicked(open_page):
    page = open_page(asked(GROUPED))
    page.wait_for_selector(".passage")
    page.emulate_media(media="print")
    for selector in ("#form", ".top nav", "#follow", "td.sources"):
        assert page.locator(selector).first.is_hidden(), selector
    for selector in (".sentence", "table", ".chart", ".reading", ".passage"):
        assert page.locator(selector).first.is_visible(), selector


def test_the_interface_is_described(open_page):
    page = open_page("/docs")
    page.wait_for_selector("text='/v1/schema'")
    assert page.locator("article").count() >= 20
    assert page.evaluate(DANGLING) == []
    assert "multipart/form-data" in page.locator("article", has_text="Add documents").first.inner_text()


DANGLING = """() => [...document.querySelectorAll("main a")].map((link) => link.hash.slice(1))
  .filter((id) => !document.getElementById(id))"""

MOVING = """() => [...document.querySelectorAll("*")].map((node) => getComputedStyle(node))
  .filter((style) => /[1-9]/.test(style.transitionDuration) || style.animationName !== "none").length"""

CONTRAST = """selector => {
  const node = document.querySelector(selector);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const backgrounds = [];
  for (let at = node; at; at = at.parentElement) backgrounds.unshift(getComputedStyle(at).backgroundColor);
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const [a, b] = [light(channels(['white', ...backgrounds, getComputedStyle(node).color])), light(channels(['white', ...backgrounds]))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""
