"use strict";
// The page reads whole without this: it only narrows the marked sentence to the exact words, and opens all for print.
(() => {
  let marked = "";
  const clear = () => document.querySelectorAll(".exact").forEach((piece) => piece.classList.remove("exact"));
  const markExact = (link) => {
    clear();
    marked = link.hash;
    const sentence = document.getElementById(link.hash.slice(1));
    const text = sentence && sentence.closest(".text");
    if (!text || !link.dataset.at) return;
    const spans = link.dataset.at.split(" ").map((span) => span.split("-").map(Number));
    for (const piece of text.querySelectorAll("[data-p]")) {
      const at = Number(piece.dataset.p);
      if (spans.some(([start, end]) => start <= at && at < end)) piece.classList.add("exact");
    }
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) markExact(link);
  });
  addEventListener("popstate", () => { if (location.hash !== marked) clear(); });
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((details) => { details.open = false; }));
})();
