/**
 * The filters of the page, in the language that old browsers understand. Everything is there and visible without it;
 * it only hides what is not asked for, and opens a case that a link leads to.
 */
export const script = `(function () {
  'use strict'
  var form = document.getElementById('filters')
  var cases = Array.prototype.slice.call(document.querySelectorAll('details.case'))
  var rows = Array.prototype.slice.call(document.querySelectorAll('tr[data-of]'))
  var rowsOf = {}
  rows.forEach(function (row) {
    var id = row.getAttribute('data-of')
    ;(rowsOf[id] = rowsOf[id] || []).push(row)
  })
  var texts
  function textOf(index) {
    texts = texts || cases.map(function (each) { return each.textContent.toLowerCase() })
    return texts[index]
  }
  function apply() {
    var officer = form.elements.officer.value
    var stage = form.elements.stage.value
    var words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean)
    var shown = 0
    cases.forEach(function (each, index) {
      var wanted =
        (!officer || JSON.parse(each.getAttribute('data-officers')).indexOf(officer) >= 0) &&
        (!stage || each.getAttribute('data-stage') === stage) &&
        words.every(function (word) { return textOf(index).indexOf(word) >= 0 })
      each.hidden = !wanted
      if (wanted) shown += 1
      ;(rowsOf[each.id] || []).forEach(function (row) { row.hidden = !wanted })
    })
    count('cases', shown)
    ;['overdue', 'near'].forEach(function (id) {
      count(id, document.querySelectorAll('#' + id + ' tr[data-of]:not([hidden])').length)
    })
    var nothing = document.getElementById('nothing')
    if (nothing) nothing.hidden = shown > 0
    form.querySelector('output').textContent =
      shown === cases.length ? '' : '符合条件的案件 ' + shown + ' 件，共 ' + cases.length + ' 件'
  }
  function count(name, value) {
    var place = document.querySelector('[data-count="' + name + '"]')
    if (place) place.textContent = value
  }
  function openAll(open) {
    cases.forEach(function (each) { if (!each.hidden) each.open = open })
  }
  function openNamed() {
    var named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (named && named.tagName === 'DETAILS') {
      named.open = true
      named.scrollIntoView()
    }
  }
  form.addEventListener('input', apply)
  form.addEventListener('change', apply)
  form.addEventListener('reset', function () { setTimeout(apply, 0) })
  form.addEventListener('submit', function (event) { event.preventDefault() })
  form.elements.open.addEventListener('click', function () { openAll(true) })
  form.elements.close.addEventListener('click', function () { openAll(false) })
  window.addEventListener('hashchange', openNamed)
  form.hidden = false
  openNamed()
})()`
