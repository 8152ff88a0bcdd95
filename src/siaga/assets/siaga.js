// Quick exit: leaves no way back to this page with the browser's back button.
// Also on pressing Escape three times within two seconds.
(function () {
  "use strict";
  var link = document.querySelector("[data-siaga-exit]");
  if (!link) return;
  var presses = [];

  function leave(event) {
    if (event) event.preventDefault();
    window.location.replace(link.href);
  }

  link.addEventListener("click", leave);
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var now = event.timeStamp;
    presses = presses.filter(function (at) {
      return now - at < 2000;
    });
    presses.push(now);
    if (presses.length >= 3) leave();
  });
})();
