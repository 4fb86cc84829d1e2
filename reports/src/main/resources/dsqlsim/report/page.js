// Draws the charts of the page from the data beside it. All of it is in tables and a still picture too.
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var root = document.documentElement;
  var length = data.series.reduce(function (most, s) { return Math.max(most, s.values.length); }, 0);
  var end = data.from + length * data.bucket;
  var workloads = data.series.map(function (s) { return s.workload; }).filter(function (name, i, all) {
    return name !== null && all.indexOf(name) === i;
  });
  var chosen = null; // The workload whose throughput is shown; null is the sum of all.
  var view = [data.from, end];
  var charts = {};
  var POINTS = 420;
  var STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

  // ---- numbers for people

  function digits(value) {
    return value === 0 ? '0' : String(Number(Number(value).toPrecision(3)));
  }

  function duration(seconds) {
    if (seconds === null || seconds === undefined) return '–';
    if (seconds >= 1 || seconds === 0) return digits(seconds) + ' s';
    return seconds >= 1e-3 ? digits(seconds * 1e3) + ' ms' : digits(seconds * 1e6) + ' us';
  }

  function share(value) { return value === null || value === undefined ? '–' : digits(value * 100) + ' %'; }
  function rate(value) { return value === null || value === undefined ? '–' : digits(value) + '/s'; }

  function escaped(text) {
    return String(text).replace(/[&<>"']/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; });
  }

  // ---- series, joined into as many points as the view can show

  function factor() {
    var visible = (view[1] - view[0]) / data.bucket;
    return STEPS.find(function (step) { return visible / step <= POINTS; }) || Math.ceil(visible / POINTS);
  }

  function values(name, workload) {
    var found = data.series.find(function (s) { return s.name === name && s.workload === workload; });
    return found ? found.values : [];
  }

  function summed(name) {
    var sum = [];
    data.series.forEach(function (s) {
      if (s.name !== name) return;
      s.values.forEach(function (v, i) {
        if (v !== null) sum[i] = (sum[i] || 0) + v;
      });
    });
    return sum;
  }

  function joined(all, how) {
    var step = factor();
    var points = [];
    for (var from = 0; from < all.length; from += step) {
      var some = all.slice(from, from + step).filter(function (v) { return v !== null && v !== undefined; });
      points.push([round(data.from + from * data.bucket), some.length ? how(some) : null]);
    }
    return points;
  }

  function mean(some) { return some.reduce(function (a, b) { return a + b; }, 0) / some.length; }
  function highest(some) { return Math.max.apply(null, some); }
  function round(seconds) { return Math.round(seconds * 1e6) / 1e6; }

  function throughput(name) {
    return joined(chosen === null ? summed(name) : values(name, chosen), mean);
  }

  function abortRate(workload) {
    var aborted = joined(values('aborted', workload), mean);
    return joined(values('committed', workload), mean).map(function (point, i) {
      var a = aborted[i] ? aborted[i][1] || 0 : 0;
      var all = a + (point[1] || 0);
      return [point[0], all === 0 ? null : a / all];
    });
  }

  // ---- what all charts share

  function ink(name) { return getComputedStyle(root).getPropertyValue(name).trim(); }
  function colour(index) { return ink('--w' + index % 6); }

  function windows() {
    var areas = [];
    data.faults.forEach(function (fault, i) {
      fault.windows.forEach(function (w, repetition) {
        areas.push([
          {xAxis: w[0], itemStyle: {color: ink('--fault'), opacity: 0.5}, name: fault.id,
           label: {show: repetition === 0, position: 'insideTop', distance: 2 + 15 * (i % 3), color: ink('--soft'), fontSize: 11}},
          {xAxis: Math.max(w[1], w[0] + data.bucket)}]);
      });
      if (fault.outage) {
        areas.push([
          {xAxis: fault.windows[0][0], name: fault.label,
           itemStyle: {color: ink('--outage'), opacity: 0.6},
           label: {show: true, position: 'top', distance: 3, color: ink('--bad'), fontSize: 11}},
          {xAxis: fault.windows[0][0] + fault.outage}]);
      }
    });
    return {silent: true, data: areas};
  }

  function marks() {
    return {
      symbol: 'none',
      silent: false,
      lineStyle: {color: ink('--soft'), type: 'dotted', width: 1, opacity: 0.7},
      label: {show: false},
      emphasis: {label: {show: true, formatter: '{b}', color: ink('--ink'), backgroundColor: ink('--page'), padding: 4},
                 lineStyle: {width: 2}},
      data: data.events.map(function (e) { return {xAxis: e.at, name: e.what}; })
    };
  }

  function line(name, points, style) {
    return Object.assign({
      name: name, type: 'line', data: points, showSymbol: false, connectNulls: false,
      lineStyle: {width: 1.6}, emphasis: {disabled: true}
    }, style);
  }

  function tip(format) {
    return {
      trigger: 'axis', confine: true, transitionDuration: 0,
      backgroundColor: ink('--raised'), borderColor: ink('--line'), textStyle: {color: ink('--ink'), fontSize: 12},
      formatter: function (items) {
        var at = items[0].value[0];
        var happened = data.events.filter(function (e) { return e.at >= at && e.at < at + factor() * data.bucket; });
        return '<b>' + duration(at) + '</b>' + items.map(function (item) {
          return '<br>' + item.marker + escaped(item.seriesName) + ' <b>' + format(item.value[1]) + '</b>';
        }).join('') + happened.slice(0, 4).map(function (e) { return '<br>› ' + escaped(e.what); }).join('');
      }
    };
  }

  function options(format, axis, series, last) {
    if (series.length) {
      series[0].markArea = windows();
      if (data.events.length) series[0].markLine = marks();
    }
    var text = {color: ink('--soft'), fontSize: 11};
    return {
      animation: false,
      aria: {enabled: true},
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
      grid: {left: 62, right: 16, top: 42, bottom: last ? 72 : 26},
      legend: {top: 2, left: 56, type: 'scroll', itemWidth: 18, itemHeight: 8, textStyle: {color: ink('--ink'), fontSize: 12},
               pageTextStyle: {color: ink('--soft')}, pageIconColor: ink('--ink')},
      tooltip: tip(format),
      axisPointer: {lineStyle: {color: ink('--soft')}},
      dataZoom: [
        {type: 'slider', show: last, bottom: 8, height: 26, startValue: view[0], endValue: view[1], filterMode: 'none',
         labelFormatter: duration, textStyle: text, borderColor: ink('--line'), brushSelect: false},
        {type: 'inside', startValue: view[0], endValue: view[1], filterMode: 'none', zoomOnMouseWheel: 'ctrl',
         moveOnMouseMove: false, moveOnMouseWheel: false, preventDefaultMouseMove: false}],
      xAxis: {type: 'value', min: data.from, max: end, axisLabel: Object.assign({formatter: duration, hideOverlap: true}, text),
              axisLine: {lineStyle: {color: ink('--line')}}, splitLine: {show: false}},
      yAxis: Object.assign({axisLabel: Object.assign({formatter: format}, text), splitNumber: 4,
                            splitLine: {lineStyle: {color: ink('--line')}}}, axis),
      series: series
    };
  }

  // ---- the charts

  var plans = {
    'throughput': function () {
      return options(rate, {type: 'value', min: 0}, [
        line('offered', throughput('offered'), {color: ink('--offered'), lineStyle: {width: 1.2, type: 'dashed'}}),
        line('committed', throughput('committed'), {color: ink('--committed')}),
        line('aborted', throughput('aborted'), {color: ink('--aborted')}),
        line('failed', throughput('failed'), {color: ink('--failed')})], false);
    },
    'latency': function () {
      var series = [];
      workloads.forEach(function (name, i) {
        series.push(line(name + ' p50', joined(values('latency-p50', name), mean), {color: colour(i), lineStyle: {width: 1, opacity: 0.65}}));
        series.push(line(name + ' p99', joined(values('latency-p99', name), highest), {color: colour(i)}));
      });
      return options(duration, {type: 'log', logBase: 10}, series, false);
    },
    'abort-rate': function () {
      return options(share, {type: 'value', min: 0}, workloads.map(function (name, i) {
        return line(name, abortRate(name), {color: colour(i)});
      }), false);
    },
    'availability': function () {
      return options(share, {type: 'value', min: 0, max: 1, interval: 0.25}, workloads.map(function (name, i) {
        return line(name, joined(values('availability', name), mean), {color: colour(i), step: false});
      }), true);
    }
  };

  function redraw() {
    Object.keys(plans).forEach(function (id) { charts[id].setOption(plans[id](), {notMerge: false}); });
  }

  var shownFactor = factor();
  function moved() {
    var zoom = charts.availability.getOption().dataZoom[0];
    view = [zoom.startValue, zoom.endValue];
    if (factor() !== shownFactor) {
      shownFactor = factor();
      Object.keys(plans).forEach(function (id) {
        charts[id].setOption({series: plans[id]().series.map(function (s) { return {data: s.data}; })});
      });
    }
  }

  function show(from, to) {
    charts.availability.dispatchAction({type: 'dataZoom', dataZoomIndex: 0,
      startValue: Math.max(data.from, from), endValue: Math.min(end, to)});
  }

  // ---- buttons

  function button(parent, text, pressed, action) {
    var b = document.createElement('button');
    b.type = 'button';
    b.textContent = text;
    if (pressed !== null) b.setAttribute('aria-pressed', String(pressed));
    b.addEventListener('click', function () { action(b); });
    parent.appendChild(b);
  }

  function zoomButtons() {
    var parent = document.getElementById('zoom');
    button(parent, 'Whole run', null, function () { show(data.from, end); });
    data.faults.slice(0, 8).forEach(function (fault) {
      var w = fault.windows[0];
      var rto = Math.min(fault.outage || 0, 60);
      button(parent, 'Around ' + fault.id, null, function () {
        show(w[0] - Math.max(1, rto), w[0] + Math.max(4, 3 * rto));
      });
      if (w[1] < end) {
        button(parent, 'When ' + fault.id + ' heals', null, function () { show(w[1] - 10, w[1] + 50); });
      }
    });
  }

  function choiceButtons() {
    var parent = document.getElementById('choice');
    if (workloads.length < 2) return;
    parent.setAttribute('role', 'group');
    parent.setAttribute('aria-label', 'Workload to show');
    [null].concat(workloads).slice(0, 9).forEach(function (name) {
      button(parent, name === null ? 'all' : name, name === null, function (pressed) {
        chosen = name;
        parent.querySelectorAll('button').forEach(function (b) { b.setAttribute('aria-pressed', String(b === pressed)); });
        charts.throughput.setOption({series: plans.throughput().series.map(function (s) { return {data: s.data}; })});
      });
    });
  }

  // ---- begin

  document.getElementById('charts').hidden = false;
  document.querySelector('.live').hidden = false;
  root.classList.add('charts');
  Object.keys(plans).forEach(function (id) {
    charts[id] = echarts.init(document.getElementById(id), null, {renderer: 'svg'});
  });
  zoomButtons();
  choiceButtons();
  redraw();
  echarts.connect(Object.keys(charts).map(function (id) { return charts[id]; }));
  charts.availability.on('datazoom', moved);
  window.addEventListener('resize', function () {
    Object.keys(charts).forEach(function (id) { charts[id].resize(); });
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
}());
