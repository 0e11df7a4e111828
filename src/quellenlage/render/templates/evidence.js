// The page reads whole without its script. This part opens evidence in place; all parts run as one function.
const all = (what, root = document) => [...root.querySelectorAll(what)];
const byId = (id) => document.getElementById(id);
const said = (name) => byId("said").content.querySelector(`[data-${name}]`).textContent;
for (const one of all(".since, .beside, .tongues, form.filter")) one.hidden = false;

// Offsets are code points, JavaScript counts UTF-16 units: a text without surrogates needs no conversion.
const units = (text, points) => {
  if (!/[\ud800-\udfff]/.test(text)) return points;
  let at = 0;
  for (let n = 0; n < points && at < text.length; n++) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
};
const points = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);
const startOf = (sentence) => Number(sentence.id.slice(sentence.id.lastIndexOf("-") + 1));

const wrap = (root, start, spans, name) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  let at = start;
  for (const node of nodes) {
    const end = at + points(node.data);
    let rest = node, base = at;
    for (const [from, to] of spans) {
      const a = Math.max(from, base), b = Math.min(to, end);
      if (a >= b) continue;
      const hit = rest.splitText(units(rest.data, a - base));
      rest = hit.splitText(units(hit.data, b - a));
      const mark = document.createElement("mark");
      mark.className = name;
      hit.replaceWith(mark);
      mark.append(hit);
      base = b;
    }
    at = end;
  }
};
const unwrap = (name, root = document) => {
  for (const mark of all(`mark.${name}`, root)) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
};

// "3:12-30,41-50@7" is report 3, two stretches, statement 7 (0: the outlet's own voice).
const read = (place) => {
  const [, report, stretches, statement] = /^(\d+):([\d,-]*)@?(\d*)$/.exec(place) || [];
  const spans = (stretches || "").split(",").filter(Boolean).map((span) => span.split("-").map(Number));
  return { report, statement, spans: spans.sort((a, b) => a[0] - b[0]) };
};
const cut = new Map();
const sentencesOf = (report, spans) => {
  if (!cut.has(report)) {
    const found = all(".text > .s", report);
    cut.set(report, { found, starts: found.map(startOf) });
  }
  const { found, starts } = cut.get(report);
  const index = (offset) => {
    let low = 0, high = starts.length;
    while (low < high) { const middle = (low + high) >> 1; if (starts[middle] > offset) high = middle; else low = middle + 1; }
    return Math.max(low - 1, 0);
  };
  const first = index(spans[0][0]), last = index(spans[spans.length - 1][1] - 1);
  return { found, starts, first, last: Math.min(Math.max(last, first), first + 5) };
};
const plain = (node) => {
  const copy = node.cloneNode(true);
  copy.removeAttribute("id");
  for (const inner of all("[id]", copy)) inner.removeAttribute("id");
  return copy;
};
const make = (tag, name, ...inside) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...inside);
  return element;
};

const evidence = (story, place) => {
  const { report, statement, spans } = read(place);
  const source = byId(`${story}-r${report}`);
  if (!source || !spans.length) return null;
  const item = make("li"), head = make("p", "src");
  const row = Number(statement) ? byId(`${story}-s${statement}`) : null;
  const house = make("strong", "", ...[...plain(source.querySelector(".number")).childNodes]);
  head.append(house, ", ", plain(source.querySelector(".facts .on")), " (", plain(source.querySelector(".basis")), ")");
  if (row) head.append(" · ", plain(row.querySelector(".chain")), " · ", plain(row.querySelector(".firm")));
  else if (statement) head.append(" · ", said("own"));
  const { found, first, last } = sentencesOf(source, spans);
  const text = plain(source.querySelector(".text").cloneNode(false));
  const near = (n) => found[n] && found[n].textContent.trim() && !found[n].querySelector(".mf") && found[n].textContent.length < 600;
  if (near(first - 1)) text.append(make("span", "dim", plain(found[first - 1])));
  for (let n = first; n <= last; n++) {
    const copy = plain(found[n]);
    wrap(copy, startOf(found[n]), spans, "exact");
    text.append(copy);
  }
  if (near(last + 1)) text.append(make("span", "dim", plain(found[last + 1])));
  const open = make("a", "", said("open"));
  open.href = `#${found[first].id}`;
  item.append(head, text, make("p", "near", open));
  if (row) {
    const more = make("a", "", said("row"));
    more.href = `#${row.id}`;
    item.lastChild.append(more);
  }
  return item;
};

// A line of an event's history gets its sentences when it is unfolded: the page holds each sentence once, in its report.
const sentences = (story, place) => {
  const { report, spans } = read(place), source = byId(`${story}-r${report}`);
  if (!source || !spans.length) return [];
  const { found, starts, first, last } = sentencesOf(source, spans);
  return found.slice(first, last + 1).map((sentence, n) => ({ id: sentence.id, text: sentence.textContent, lang: sentence.parentElement.lang, start: starts[first + n], spans }));
};
const quote = ({ text, lang, start, spans }) => {
  const said = make("p", "said", text.trimEnd());
  said.lang = lang;
  wrap(said, start, spans, "named");
  return said;
};
const quoted = new WeakSet();
const fill = (event) => {
  if (quoted.has(event)) return;
  quoted.add(event);
  const story = event.closest(".story").id;
  for (const line of all(".history > li", event)) {
    const link = line.querySelector("a[data-at]"), known = new Map();
    for (const place of link ? link.dataset.at.split(" ") : []) {
      for (const one of sentences(story, place)) known.set(one.id, known.has(one.id) ? { ...one, spans: [...known.get(one.id).spans, ...one.spans].sort((a, b) => a[0] - b[0]) } : one);
    }
    line.append(...[...known.values()].map(quote));
  }
};
document.addEventListener("toggle", ({ target }) => {
  if (target.open && target.matches(".more")) fill(target.closest(".event"));
}, true);

let opener = null;
const close = () => {
  for (const panel of all(".panel, tr.held")) panel.remove();
  if (opener) opener.setAttribute("aria-expanded", "false");
  opener = null;
};
const host = (link) => link.closest(".event, .ledger > li, .day li, .proofs li, .tree > li, .conflict blockquote, .claims li, .facts, .glance p, tr, .report header") || link.parentElement;
const places = (link) => {
  if (link.dataset.at) return link.dataset.at;
  if (!link.classList.contains("same")) return "";
  return link.closest(".event").querySelector(".state [data-at]").dataset.at;
};
const AT_ONCE = 6;
const show = (link, list, title) => {
  const same = opener === link;
  close();
  if (same) return;
  const story = link.closest(".story").id;
  const panel = byId("panel").content.firstElementChild.cloneNode(true);
  panel.querySelector("strong").append(...title);
  panel.setAttribute("aria-label", `${panel.getAttribute("aria-label")}: ${panel.querySelector("strong").textContent.trim()}`);
  const into = panel.querySelector("ol"), rest = panel.querySelector(".rest");
  const add = (from, to) => into.append(...list.slice(from, to).map((place) => evidence(story, place)).filter(Boolean));
  add(0, AT_ONCE);
  if (list.length > AT_ONCE) {
    const more = make("button", "", `${said("more")}: ${list.length - AT_ONCE}`);
    more.type = "button";
    more.addEventListener("click", () => { add(AT_ONCE); rest.remove(); panel.focus(); });
    rest.append(more);
  } else rest.remove();
  panel.querySelector(".tools button").addEventListener("click", () => { const back = opener; close(); back.focus(); });
  const at = host(link);
  if (at.matches("tr")) {
    const cell = make("td", "", panel);
    cell.colSpan = 9;
    at.after(make("tr", "held", cell));
  } else if (at.matches(".event")) (link.closest(".more li, .more p") || at.querySelector(".more")).before(panel);
  else at.append(panel);
  opener = link;
  link.setAttribute("aria-expanded", "true");
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
};

const reveal = (hash) => {
  const target = hash.length > 1 && byId(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  for (let up = target.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  if (target.hidden) target.hidden = false;
};
document.addEventListener("click", (event) => {
  const dot = event.target.closest(".draw use, .un use");
  if (dot) {
    const step = all(".history > li", dot.closest(".event"))[Number(dot.dataset.n)];
    const link = step && step.querySelector("a[data-at]");
    if (link) show(link, link.dataset.at.split(" "), all(":scope > :not(.said)", plain(step))), dot.closest(".event").querySelector(".more").before(document.querySelector(".panel"));
    return;
  }
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const row = byId(link.hash.slice(1));
  const list = places(link) || (row && row.matches("[data-actor]") && all("[data-at]", row).map((a) => a.dataset.at).join(" "));
  if (!list || !link.closest(".story")) return reveal(link.hash);
  event.preventDefault();
  const title = row.matches("[data-actor]") ? [...plain(row.querySelector("th")).childNodes, " · ", row.querySelector(".sort").textContent, " · ", ...plain(row.querySelector(".names")).childNodes] : plain(link).childNodes;
  show(link, list.split(" "), title);
});
// That a link opens evidence is said where it is reached, for a page holds thousands.
document.addEventListener("focusin", ({ target }) => {
  if (target.matches('a[href^="#"]') && target.closest(".story") && places(target) && !target.hasAttribute("aria-expanded")) target.setAttribute("aria-expanded", "false");
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !opener) return;
  const back = opener;
  close();
  back.focus();
});
addEventListener("hashchange", () => reveal(location.hash));

// What a word or figure means stands in the legend; a title brings it to where the reader points.
const terms = all(".legend dt");
document.addEventListener("pointerover", (event) => {
  const read = event.target.closest && event.target.closest(".text a[href^='#']");
  const row = read && byId(read.hash.slice(1));
  if (row) {
    const parts = row.matches(".event") ? all("h3, .state .status", row) : [row.closest(".voice").querySelector("h3"), ...all(".put, .stance", row)];
    read.title = parts.map((part) => part.textContent.trim()).join(" · ");
  }
  const at = event.target.closest && event.target.closest(".status, .stance, .firm, .form, .reason, .role, .sort, .count a, .chain, .put, .nowhere, .to, .denials, .kind, .tree strong, .firm bdi");
  if (!at || at.title || at.closest(".legend")) return;
  const word = (at.firstChild.nodeType === 3 ? at.firstChild : at).textContent.trim().split(",")[0];
  const term = terms.find((dt) => dt.dataset.for && at.matches(dt.dataset.for)) || terms.find((dt) => (dt.querySelector(".status, span") || dt).textContent.trim() === word);
  if (term) at.title = term.nextElementSibling.textContent;
});
