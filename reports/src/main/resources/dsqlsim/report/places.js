// The picture of the places at any time of the run.
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('places-data').textContent);
  var box = document.getElementById('places-time');
  var range = box.querySelector('input');
  var caption = document.getElementById('places-caption');
  var marks = ['leads', 'down', 'still', 'evicted'];
  var at = data.first;

  function index(seconds) {
    var found = 0;
    data.moments.forEach(function (m, i) { if (m.at <= seconds) found = i; });
    return found;
  }

  function label(seconds) { return String(Math.round(seconds * 1000) / 1000) + ' s'; }

  function show(i, seconds) {
    at = i;
    var moment = data.moments[i];
    document.querySelectorAll('#places [data-of]').forEach(function (each) {
      marks.forEach(function (mark) { each.classList.toggle(mark, moment.marks[each.dataset.of] === mark); });
    });
    document.querySelectorAll('#places .link').forEach(function (each) {
      var there = each.dataset.a + '|' + each.dataset.b;
      var back = each.dataset.b + '|' + each.dataset.a;
      each.classList.toggle('cut', moment.marks[there] === 'cut' || moment.marks[back] === 'cut');
    });
    caption.textContent = 'At ' + label(seconds) + (seconds > moment.at ? ', since ' + label(moment.at) : '') + ': ' + moment.text;
    range.value = String(Math.round(1000 * seconds / data.end));
    range.setAttribute('aria-valuetext', label(seconds));
  }

  function step(by) {
    var to = Math.max(0, Math.min(data.moments.length - 1, at + by));
    show(to, data.moments[to].at);
  }

  box.hidden = false;
  range.addEventListener('input', function () {
    var seconds = data.end * Number(range.value) / 1000;
    show(index(seconds), seconds);
  });
  box.querySelector('.back').addEventListener('click', function () { step(-1); });
  box.querySelector('.next').addEventListener('click', function () { step(1); });
  show(at, data.moments[at].at);
}());
