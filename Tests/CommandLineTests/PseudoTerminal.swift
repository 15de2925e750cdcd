#if os(macOS) || os(Linux)
  import Foundation
  import ServiceTestSupport

  #if canImport(Darwin)
    import Darwin
  #endif

  /// A terminal that nobody sits at: what a program writes to it is kept.
  final class PseudoTerminal: Sendable {
    /// What a program takes for its terminal.
    let line: FileHandle
    private let screen: Int32
    private let shown = Watched<[UInt8]>([])

    /// Opens a terminal with lines of so many characters.
    init(width: UInt16) throws {
      let descriptor: Int32
      (screen, descriptor) = try Self.open()
      line = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      var size = winsize(ws_row: 50, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
      guard ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0 else { throw POSIXError(.ENOTTY) }
      let (screen, shown) = (screen, shown)
      // A read waits, and must not hold a task's thread.
      Thread.detachNewThread {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while case let count = read(screen, &buffer, buffer.count), count > 0 {
          shown.change { $0 += buffer[..<count] }
        }
      }
    }

    deinit { close(screen) }

    /// A new terminal: its screen and its line.
    private static func open() throws -> (screen: Int32, line: Int32) {
      #if os(macOS)
        let screen = posix_openpt(O_RDWR | O_NOCTTY)
        guard screen >= 0, grantpt(screen) == 0, unlockpt(screen) == 0,
          let name = ptsname(screen)
        else { throw POSIXError(.ENXIO) }
        let line = Foundation.open(name, O_RDWR | O_NOCTTY)
      #else
        // What those functions do, which the C library does not show to Swift; the line by its screen, for a
        // name may be that of another terminal in a container.
        let (setLock, getLine): (UInt, UInt) = (0x4004_5431, 0x5441)
        let screen = Foundation.open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var lock: Int32 = 0
        guard screen >= 0, ioctl(screen, setLock, &lock) == 0 else { throw POSIXError(.ENXIO) }
        let line = ioctl(screen, getLine, O_RDWR | O_NOCTTY)
      #endif
      guard line >= 0 else { throw POSIXError(.ENXIO) }
      return (screen, line)
    }

    /// What was shown so far.
    var text: String { String(decoding: shown.value, as: UTF8.self) }

    /// The lines that stay, without colours: what a bar was written over with is its last state.
    var lines: [String] {
      text.replacing(/\u{1B}\[[0-9;]*m/, with: "").components(separatedBy: "\r\n").map { line in
        line.components(separatedBy: "\r\u{1B}[K").last ?? ""
      }
    }

    /// Returns when a text was shown.
    func wait(for text: String) async throws { try await wait { $0.contains(text) } }

    /// Returns when it is so of what was shown.
    func wait(until isSo: @escaping @Sendable (String) -> Bool) async throws {
      try await shown.wait { isSo(String(decoding: $0, as: UTF8.self)) }
    }
  }
#endif
