// The smallest add-in: says where it runs, and answers one ribbon button.
window.ready = Office.onReady().then((info) => {
  Office.actions.associate("Check", (event) => {
    window.pressed = (window.pressed ?? 0) + 1;
    event.completed();
  });
  return info;
});
