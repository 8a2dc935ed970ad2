/**
 * Starts the pane. The same bundle runs as the Excel task pane (taskpane.html, with office.js) and as the workbench page
 * (index.html, without): office.js is there or it is not.
 */
const host = typeof Office === "undefined" ? Promise.resolve("") : Office.onReady().then((info) => String(info.host));

void host.then((name) => {
  document.documentElement.dataset["host"] = name === "Excel" ? "excel" : "file";
});

export {};
