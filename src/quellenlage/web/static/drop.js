"use strict";
// Files dropped or pasted anywhere on the page are read; text that is dropped or pasted goes into the form first.
(() => {
  const form = document.querySelector("form.drop");
  const take = (data) => {
    if (data.files.length) {
      form.elements.files.files = data.files;
      form.requestSubmit();
      return;
    }
    form.closest("details").open = true;
    form.elements.text.value = data.getData("text/plain");
    form.elements.text.focus();
  };
  const holds = (data) => data && [...data.types].some((type) => type === "Files" || type === "text/plain");
  const field = (target) => target.closest && target.closest("textarea, input, select");
  const over = (on) => document.body.classList.toggle("over", on);
  addEventListener("dragover", (event) => {
    if (!holds(event.dataTransfer) || field(event.target)) return;
    event.preventDefault();
    over(true);
  });
  addEventListener("dragleave", (event) => event.relatedTarget || over(false));
  addEventListener("drop", (event) => {
    over(false);
    if (!holds(event.dataTransfer) || field(event.target)) return;
    event.preventDefault();
    take(event.dataTransfer);
  });
  addEventListener("paste", (event) => {
    if (!holds(event.clipboardData) || field(event.target)) return;
    event.preventDefault();
    take(event.clipboardData);
  });
})();
