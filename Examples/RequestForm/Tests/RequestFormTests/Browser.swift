import Foundation
import TypedMedia

/// A browser without a window, driven by the DevTools protocol over a pipe: no port is opened, and
/// what it asks for is answered by a closure instead of a server.
///
/// A call waits for its answer and a page for its load, however long they take; a browser that ends
/// ends the wait.
final class Browser {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Where a browser is; `nil` where there is none.
  static let path: String? = {
    let environment = ProcessInfo.processInfo.environment
    let names = ["chromium", "chromium-browser", "chrome-headless-shell", "google-chrome"]
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let applications = [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]
    let paths = folders.flatMap { folder in names.map { "\(folder)/\($0)" } } + applications
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private let process = Process()
  private let (commands, messages) = (Pipe(), Pipe())
  private let profile: URL
  /// Answers a request for a page, with what was posted or `nil`.
  private let answer: (_ posted: String?) throws -> String
  private var received = Data()
  private var (lastID, pages, loads) = (0, 0, 0)
  private var session: String?

  /// Starts a browser whose pages come from `answer`.
  init(path: String, answer: @escaping (_ posted: String?) throws -> String) throws {
    self.answer = answer
    profile = FileManager.default.temporaryDirectory
      .appendingPathComponent("browser-\(UUID().uuidString)", isDirectory: true)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // It reads commands from its file 3 and writes to its file 4.
    process.arguments = [
      "-c", #"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#, path, "--headless",
      "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--no-first-run", "--user-data-dir=\(profile.path)",
    ]
    process.standardInput = commands
    process.standardOutput = messages
    // A command to a browser that has ended is an error, and not the end of the tests.
    signal(SIGPIPE, SIG_IGN)
    try process.run()
    let target = try call("Target.createTarget", ["url": "about:blank"])
    let attached = try call(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? .null, "flatten": true])
    session = attached["sessionId"]?.string
    try call("Page.enable")
    try call("Fetch.enable")
    try resize(width: 800, height: 1_000)
  }

  /// Ends the browser.
  func close() {
    session = nil
    _ = try? call("Browser.close")
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: profile)
  }

  /// Opens a page, and waits until it is there.
  func open(_ address: String) throws {
    try waitForPage { try call("Page.navigate", ["url": .string(address)]) }
  }

  /// Waits for the page that `action` leads to.
  func waitForPage(after action: () throws -> Void) throws {
    let (page, load) = (pages, loads)
    try action()
    while pages == page || loads == load { try handle(receive()) }
  }

  /// Evaluates JavaScript.
  ///
  /// - Returns: What the script's last expression is.
  @discardableResult
  func evaluate(_ script: String) throws -> JSON {
    let outcome = try call(
      "Runtime.evaluate", ["expression": .string(script), "returnByValue": true])
    if let exception = outcome["exceptionDetails"] { throw Failure(description: exception.text()) }
    return outcome["result"]?["value"] ?? .null
  }

  /// Clicks at the middle of the first element that `selector` finds.
  func click(_ selector: String) throws {
    let place = try evaluate(
      """
      (() => {
        const element = document.querySelector(\(JSON.string(selector).text()));
        element.scrollIntoView({block: "center"});
        const box = element.getBoundingClientRect();
        return {x: box.x + box.width / 2, y: box.y + box.height / 2};
      })()
      """)
    for type in ["mousePressed", "mouseReleased"] {
      try call(
        "Input.dispatchMouseEvent",
        [
          "type": .string(type), "x": place["x"] ?? 0, "y": place["y"] ?? 0, "button": "left",
          "clickCount": 1,
        ])
    }
  }

  /// Types `text` in place of what is in the first control that `selector` finds.
  func type(_ text: String, into selector: String) throws {
    try click(selector)
    try evaluate("document.querySelector(\(JSON.string(selector).text())).select()")
    try call("Input.insertText", ["text": .string(text)])
  }

  /// Changes the size of the window.
  func resize(width: Int, height: Int, isDark: Bool = false) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(JSONNumber(width)), "height": .number(JSONNumber(height)),
        "deviceScaleFactor": 1, "mobile": .bool(width < 600),
      ])
    let scheme: JSON = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
    try call("Emulation.setEmulatedMedia", ["features": [scheme]])
  }

  /// Takes a picture of the page, in PNG.
  func screenshot() throws -> Data {
    let picture = try call("Page.captureScreenshot", ["captureBeyondViewport": true])
    return picture["data"]?.string.flatMap { Data(base64Encoded: $0) } ?? Data()
  }

  @discardableResult
  private func call(_ method: String, _ parameters: JSON = [:]) throws -> JSON {
    let id = try send(method, parameters)
    while true {
      let message = try receive()
      guard message["id"]?.int == id else {
        try handle(message)
        continue
      }
      if let error = message["error"] { throw Failure(description: "\(method): \(error.text())") }
      return message["result"] ?? [:]
    }
  }

  private func send(_ method: String, _ parameters: JSON) throws -> Int {
    lastID += 1
    var message: JSONObject = [
      "id": .number(JSONNumber(lastID)), "method": .string(method), "params": parameters,
    ]
    if let session { message["sessionId"] = .string(session) }
    try commands.fileHandleForWriting.write(
      contentsOf: Data((JSON.object(message).text() + "\0").utf8))
    return lastID
  }

  /// The next message. Each ends with a byte that is zero.
  private func receive() throws -> JSON {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = received[..<end]
        received = Data(received[(end + 1)...])
        return try JSON(parsing: Data(message))
      }
      let more = messages.fileHandleForReading.availableData
      if more.isEmpty { throw Failure(description: "The browser has ended.") }
      received += more
    }
  }

  private func handle(_ message: JSON) throws {
    switch message["method"]?.string {
    case "Page.loadEventFired" where pages > 0: loads += 1
    case "Fetch.requestPaused":
      guard let parameters = message["params"], let id = parameters["requestId"] else { return }
      // A browser asks for an icon as well.
      let isPage = parameters["resourceType"]?.string == "Document"
      let page = isPage ? try answer(parameters["request"]?["postData"]?.string) : ""
      let type: JSON = ["name": "Content-Type", "value": "text/html; charset=utf-8"]
      _ = try send(
        "Fetch.fulfillRequest",
        [
          "requestId": id, "responseCode": isPage ? 200 : 404, "responseHeaders": [type],
          "body": .string(Data(page.utf8).base64EncodedString()),
        ])
      if isPage { pages += 1 }
    default: break
    }
  }
}
