import Foundation
import Testing
import TypedMedia

/// The form in a real browser: what a person sees, picks, is refused and sends.
@Suite(.enabled(if: Browser.path != nil, "There is no browser: install chromium."))
struct BrowserTests {
  /// Has a browser show the form.
  private func withForm(_ body: (Browser, Slides) throws -> Void) throws {
    let site = try Slides()
    let browser = try Browser(path: #require(Browser.path)) { try site.page(posted: $0) }
    defer { browser.close() }
    try browser.open("http://form.example/")
    try body(browser, site)
  }

  /// Keeps a picture where `SCREENSHOTS` names a folder, for people to look at.
  private func look(at browser: Browser, as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SCREENSHOTS"] else { return }
    let url = URL(fileURLWithPath: folder).appendingPathComponent(name + ".png")
    try browser.screenshot().write(to: url)
  }

  /// The names of the controls under `prefix` that are to be seen, without the buttons that pick.
  private func shown(_ prefix: String, in browser: Browser) throws -> [String] {
    let names = try browser.evaluate(
      """
      [...document.querySelectorAll('[name^="\(prefix)"]:not([type=radio], [type=hidden])')]
        .filter(control => control.checkVisibility()).map(control => control.name)
      """)
    return names.array?.compactMap(\.string) ?? []
  }

  private func text(of identifier: String, in browser: Browser) throws -> String? {
    try browser.evaluate("document.getElementById('\(identifier)')?.innerText").string
  }

  /// The selector of an `id`, which may have dots.
  private func element(_ identifier: String) -> String { "[id=\"\(identifier)\"]" }

  private func pick(_ value: String, of group: String, in browser: Browser) throws {
    try browser.click("label:has(> [name=\"\(group).~only\"][value=\"\(value)\"])")
  }

  private func submit(_ browser: Browser) throws {
    // What the browser itself refuses is never sent, and there would be no page to wait for.
    try #require(try browser.evaluate("document.forms[0].checkValidity()") == true)
    try browser.waitForPage { try browser.click("button[type=submit]") }
  }

  @Test func aPersonChoosesIsRefusedAtTheControlMendsAndSends() throws {
    try withForm { browser, site in
      try look(at: browser, as: "1-fresh")
      #expect(try browser.evaluate("document.forms[0].checkValidity()") == false)
      try browser.type("A fox\nin the rain", into: element("field-prompt"))
      try browser.evaluate("document.getElementById('field-duration').value = '10'")
      try pick("asset_id", of: "end_image", in: browser)
      try browser.type("662f", into: element("field-end_image.asset_id"))
      try look(at: browser, as: "2-filled")
      try submit(browser)

      try look(at: browser, as: "3-refused")
      #expect(site.sent.isEmpty)
      let missing = try text(of: "field-start_image~problem", in: browser)
      #expect(missing == "Is missing: End image needs it.")
      #expect(try browser.evaluate("document.querySelectorAll('.problem').length") == 1)
      // What was filled in is still there.
      #expect(
        try browser.evaluate("document.getElementById('field-prompt').value")
          == "A fox\nin the rain")
      #expect(try browser.evaluate("document.getElementById('field-duration').value") == "10")
      #expect(try shown("end_image", in: browser) == ["end_image.asset_id"])
      // The summary leads to the place.
      #expect(
        try browser.evaluate("document.querySelector('.problems a').innerText") == "Start image")
      try browser.click(".problems a")
      #expect(
        try browser.evaluate("document.querySelector(':target').id") == "field-start_image")

      try pick("url", of: "start_image", in: browser)
      try browser.type("fox.png", into: element("field-start_image.url"))
      try submit(browser)
      try look(at: browser, as: "4-refused-again")
      #expect(site.sent.isEmpty)
      #expect(try text(of: "field-start_image.url~problem", in: browser) != nil)
      #expect(
        try browser.evaluate("document.querySelector('[aria-invalid]').name") == "start_image.url")

      try browser.type("https://example.com/fox.png", into: element("field-start_image.url"))
      try submit(browser)
      #expect(try browser.evaluate("document.title") == "Sent")
      #expect(
        site.sent == [
          [
            "prompt": "A fox\nin the rain", "start_image": ["url": "https://example.com/fox.png"],
            "end_image": ["asset_id": "662f"], "duration": 10, "generation_count": 1,
            "model_settings": ["generateAudio": true],
          ]
        ])
    }
  }

  @Test func aGroupShowsOneChoiceAtATime() throws {
    try withForm { browser, site in
      #expect(try shown("end_image", in: browser) == [])
      try pick("url", of: "end_image", in: browser)
      #expect(try shown("end_image", in: browser) == ["end_image.url"])
      // What a browser would refuse is hidden by another choice, and stops nothing.
      try browser.type("nonsense", into: element("field-end_image.url"))
      try pick("asset_id", of: "end_image", in: browser)
      #expect(try shown("end_image", in: browser) == ["end_image.asset_id"])
      try pick("", of: "end_image", in: browser)
      #expect(try shown("end_image", in: browser) == [])
      try browser.type("A fox", into: element("field-prompt"))
      try submit(browser)
      #expect(site.sent.count == 1 && site.sent[0]["end_image"] == nil)
    }
  }

  @Test func whatIsNeededIsSaidBeforeItIsRefused() throws {
    try withForm { browser, _ throws in
      #expect(try browser.evaluate("document.querySelector('h1').innerText") == "Slides 1")
      #expect(
        try text(of: "field-end_image~hint", in: browser)
          == "The image that the video ends on. Needs Start image.")
      #expect(
        try text(of: "field-duration~hint", in: browser)
          == "How long the video is. The default is 5.")
    }
  }

  @Test func aBrowserThatEndsEndsTheWait() {
    #expect(throws: (any Error).self) { try Browser(path: "/usr/bin/true") { _ in "" } }
  }

  @Test func nothingIsWiderThanATelephone() throws {
    try withForm { browser, _ in
      for (width, isDark) in [(390, false), (390, true), (320, false)] {
        try browser.resize(width: width, height: 800, isDark: isDark)
        try look(at: browser, as: "telephone-\(width)\(isDark ? "-dark" : "")")
        #expect(
          try browser.evaluate("document.documentElement.scrollWidth <= innerWidth") == true)
      }
    }
  }
}
