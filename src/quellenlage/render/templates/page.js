// Two reports side by side, what they share marked in both.
for (const bar of all(".beside")) {
  const [one, two] = all("select", bar), button = bar.querySelector("button");
  const story = bar.dataset.story, section = byId(`${story}-berichte`);
  const beside = () => {
    const on = button.getAttribute("aria-pressed") === "true";
    unwrap("both", section);
    section.querySelector(".reports").classList.toggle("pair", on);
    let count = 0;
    for (const [mine, other] of [[one, two], [two, one]]) {
      const shared = byId(`${story}-r${mine.value}`).querySelector(`[data-with="${other.value}"]`);
      if (!on || !shared || !shared.dataset.here) continue;
      const { spans } = read(shared.dataset.here);
      count = spans.length;
      for (const sentence of all(`#${story}-r${mine.value} .text > .s`)) wrap(sentence, startOf(sentence), spans, "both");
    }
    for (const report of all(".report", section)) report.classList.toggle("chosen", [one.value, two.value].includes(report.dataset.report));
    bar.querySelector("strong").textContent = on ? count : "";
    bar.querySelector("[data-words]").hidden = !on;
  };
  button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    beside();
  });
  for (const select of [one, two]) select.addEventListener("change", beside);
}

let shut = [];
addEventListener("beforeprint", () => {
  close();
  shut = all("details:not([open])");
  for (const one of shut) one.open = true;
  all(".event").forEach(fill);
});
addEventListener("afterprint", () => shut.forEach((one) => { one.open = false; }));
reveal(location.hash);
