// The chronology: which events, and which days. What rows are found by is read from the page once.
const DAY = 864e5;
const days = (iso) => Math.round(Date.parse(iso) / DAY);
const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const rowsOf = new Map();
const rows = (story) => {
  if (!rowsOf.has(story)) {
    rowsOf.set(story, all(".event", byId(story)).map((event) => {
      const { a, o, p, s, t, w } = event.dataset, list = event.parentElement, part = list.previousElementSibling;
      return { event, story, actor: a.split(" "), outlet: o.split(" "), place: [p], status: s.split(" "), told: Number(w), times: t.split(" ").filter(Boolean).map((one) => one.split("/")), part: part && part.matches(".part") ? part : null, shown: !event.hidden, text: "" };
    }));
  }
  return rowsOf.get(story);
};
const textOf = (row) => {
  if (!row.text) {
    const spots = row.event.querySelector(".state [data-at]"), said = new Map();
    for (const place of spots ? spots.dataset.at.split(" ") : []) for (const one of sentences(row.story, place)) said.set(one.id, one.text);
    row.text = [...all("h3, .who bdi", row.event).map((e) => e.textContent), ...said.values()].join(" ").toLowerCase();
  }
  return row.text;
};
const meets = ({ times }, begin, end) => times.some(([from, to = from]) => (!end || !from || from <= end) && (!begin || !to || to >= begin));
const sift = (form) => {
  const asked = Object.fromEntries(new FormData(form)), story = form.dataset.story, parts = new Map();
  const words = asked.q.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows(story)) {
    const keep = ["actor", "status", "outlet", "place"].every((name) => !asked[name] || row[name].includes(asked[name])) && row.told >= Number(asked.told || 0)
      && (!(asked.begin || asked.end) || meets(row, asked.begin, asked.end)) && words.every((word) => textOf(row).includes(word));
    if (keep !== row.shown) row.event.hidden = !keep;
    row.shown = keep;
    shown += keep;
    if (row.part) parts.set(row.part, parts.get(row.part) || keep);
  }
  for (const [part, keep] of parts) if (part.hidden === keep) part.hidden = !keep;
  byId(story).querySelector('[data-n="shown"]').textContent = shown;
  zoom(byId(story).querySelector(".chart"), asked.begin, asked.end);
};
const zoom = (chart, begin, end) => {
  if (!chart) return;
  const first = days(chart.dataset.first), span = days(chart.dataset.last) - first + 1;
  const a = begin ? days(begin) - first : 0, b = end ? days(end) - first + 1 : span;
  if (b <= a || chart.dataset.shown === `${a} ${b}`) return;
  chart.dataset.shown = `${a} ${b}`;
  chart.style.setProperty("--zoom", span / (b - a));
  chart.style.setProperty("--left", a / span);
  const kept = b - a;
  chart.dataset.level = kept <= 12 ? "d" : kept <= 84 ? "w" : kept <= 420 ? "m" : "y";
};
const closer = (form, factor) => {
  const chart = byId(form.dataset.story).querySelector(".chart"), { begin, end } = form.elements;
  const a = days(begin.value || chart.dataset.first), b = days(end.value || chart.dataset.last);
  const middle = (a + b) / 2, half = Math.max(((b - a) / 2) * factor, 1);
  begin.value = iso(Math.max(Math.round(middle - half), days(chart.dataset.first)));
  end.value = iso(Math.min(Math.round(middle + half), days(chart.dataset.last)));
  sift(form);
};
for (const form of all("form.filter:not([action])")) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => sift(form));
  form.addEventListener("reset", () => setTimeout(() => sift(form)));
  form.addEventListener("click", (event) => event.target.dataset.zoom && closer(form, Number(event.target.dataset.zoom)));
  if (all("select, input", form).some((field) => field.value)) sift(form);
  const left = [];
  const prepare = () => {
    const end = performance.now() + 8;
    while (left.length && performance.now() < end) textOf(left.pop());
    if (left.length) setTimeout(prepare, 16);
  };
  setTimeout(() => { left.push(...rows(form.dataset.story)); prepare(); }, 1000);
}

// What changed since a day.
const since = (field, dated) => {
  const sums = { reports: 0, new: 0, step: 0, denied: 0 };
  for (const { day, when, counts } of dated) {
    const keep = !when || when >= field.value;
    if (day.hidden === keep) day.hidden = !keep;
    if (keep && when) for (const name of Object.keys(sums)) sums[name] += counts[name] || 0;
  }
  for (const [name, sum] of Object.entries(sums)) field.closest(".changes").querySelector(`[data-n="${name}"]`).textContent = sum;
};
const countsOf = (day) => ({ reports: Number(day.dataset.reports), ...Object.fromEntries(all("ul[data-kind]", day).map((list) => [list.dataset.kind, list.children.length])) });
for (const field of all(".since input")) {
  const dated = all(".day", field.closest(".changes")).map((day) => ({ day, when: day.dataset.day, counts: countsOf(day) }));
  field.addEventListener("change", () => since(field, dated));
  since(field, dated);
}
