import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few socket calls that a server needs, with what differs between systems put away.
enum LoopbackSocket {
  struct Failure: Error, CustomStringConvertible {
    let call: String
    let code = errno

    var description: String { "\(call) failed: \(String(cString: strerror(code)))" }
  }

  /// Creates a socket that has a port of 127.0.0.1 to itself. Until it listens, connections to the
  /// port are refused, and no one else can take it.
  static func bound() throws -> (descriptor: Int32, port: Int) {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw Failure(call: "socket") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
        bind(descriptor, general, size) == 0 && getsockname(descriptor, general, &size) == 0
      }
    }
    guard isBound else {
      let failure = Failure(call: "bind")
      _ = close(descriptor)
      throw failure
    }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Readies an accepted connection: what is written goes out at once, and writing to a peer that is
  /// gone is an error instead of a signal.
  static func prepare(_ descriptor: Int32) {
    set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1))
    #if canImport(Darwin)
      set(descriptor, SOL_SOCKET, SO_NOSIGPIPE, Int32(1))
    #endif
  }

  /// Makes the next `close` reset the connection instead of ending it in good order.
  static func lingerZero(_ descriptor: Int32) {
    set(descriptor, SOL_SOCKET, SO_LINGER, linger(l_onoff: 1, l_linger: 0))
  }

  /// Waits for something to read, or for the peer to be gone; `false` when the time is over.
  static func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) > 0
  }

  /// Reads what there is, waiting for it; `nil` when the peer is gone.
  static func read(_ descriptor: Int32) -> Data? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Data(buffer[..<count]) : nil
  }

  /// Writes all of `data`; `false` when the peer is gone.
  static func write(_ data: Data, to descriptor: Int32) -> Bool {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    return data.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        let count = send(descriptor, rest.baseAddress, rest.count, flags)
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }

  private static func set<Value>(
    _ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Value
  ) {
    withUnsafeBytes(of: value) { bytes in
      _ = setsockopt(descriptor, level, option, bytes.baseAddress, socklen_t(bytes.count))
    }
  }
}
