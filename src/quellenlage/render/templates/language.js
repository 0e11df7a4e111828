// The other language: every phrase of the page's own is a text node or attribute of its own; a report's words stand in bdi or .text.
// The page is turned part by part: what is in sight at once, what is folded or out of sight in the moments after.
const words = JSON.parse(byId("words").textContent);
const born = document.documentElement.lang;
const native = (document.querySelector(".text") || { lang: born }).lang;
let spoken = born;
const turned = new Map();
const KEPT = "bdi, script, .history .said, .in-de, .in-en, [translate=no]";
const PART = ".story > section, .legend, .event, .day, .voice, .ledger > li, .conflict, .report, .actors tr, .columns > div, .text";
const folded = (node) => node.parentNode.nodeName === "DETAILS" && node.nodeName !== "SUMMARY" && !node.parentNode.open;
const collect = (root) => {
  const phrases = [], inner = [], kept = [];
  const attributes = (element) => {
    for (const name of ["title", "aria-label"]) {
      const text = element.getAttribute(name);
      if (text && Object.hasOwn(words, text)) phrases.push([element, name, text, words[text]]);
    }
  };
  const accept = (node) => {
    if (node.nodeType === 3) return NodeFilter.FILTER_ACCEPT;
    if (node.matches(KEPT)) { if (node.nodeName === "BDI") kept.push(node); return NodeFilter.FILTER_REJECT; }
    if (!node.matches(PART) && !folded(node)) return NodeFilter.FILTER_ACCEPT;
    inner.push(node);
    return NodeFilter.FILTER_REJECT;
  };
  if (root.className === "text") all("[title]", root).forEach(attributes);
  else {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
    if (root.nodeType === 1) attributes(root);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === 1) { attributes(node); continue; }
      const text = node.data.trim();
      if (text && Object.hasOwn(words, text)) phrases.push([node, "data", node.data, node.data.replace(text, () => words[text])]);
    }
  }
  return { phrases, inner, kept };
};
const known = (root) => turned.get(root) || turned.set(root, collect(root)).get(root);
const turn = (root) => {
  const which = spoken === born ? 2 : 3, { phrases, inner, kept } = known(root);
  for (const phrase of phrases) phrase[1] === "data" ? (phrase[0].data = phrase[which]) : phrase[0].setAttribute(phrase[1], phrase[which]);
  for (const name of kept) if (!name.lang) name.lang = native;
  return inner;
};
const inSight = (node) => {
  if (folded(node)) return false;
  const { top, bottom } = node.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};
const speak = (language) => {
  if (language === spoken) return;
  close();
  const queue = [document.body, ...all("template").map((one) => one.content)], now = [], rest = [];
  while (queue.length) {
    const root = queue.pop();
    now.push(root);
    for (const part of known(root).inner) (inSight(part) ? queue : rest).push(part);
  }
  spoken = language;
  now.forEach(turn);
  document.documentElement.lang = language;
  document.documentElement.setAttribute("aria-busy", "true");
  for (const button of all("[data-tongue]")) button.setAttribute("aria-pressed", String(button.dataset.tongue === language));
  rest.reverse();
  const slice = () => {
    if (spoken !== language) return;
    const end = performance.now() + 8;
    while (rest.length && performance.now() < end) rest.push(...turn(rest.pop()));
    if (rest.length) setTimeout(slice);
    else document.documentElement.removeAttribute("aria-busy");
  };
  requestAnimationFrame(() => setTimeout(slice));
};
for (const button of all("[data-tongue]")) button.addEventListener("click", () => speak(button.dataset.tongue));
