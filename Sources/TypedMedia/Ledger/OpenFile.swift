import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is open until it is released.
///
/// `FileHandle` tells neither how much of a failed write arrived nor whether `fsync` failed.
final class OpenFile: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Opens the file at `url` to read and to write, empty, and made if need be for its owner alone.
  convenience init(emptyAt url: URL) throws { try self.init(url, O_RDWR | O_CREAT | O_TRUNC) }

  /// Opens the file at `url` to read and to write.
  convenience init(at url: URL) throws { try self.init(url, O_RDWR) }

  private init(_ url: URL, _ flags: Int32) throws {
    path = url.path
    descriptor = open(path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure("opened", path) }
  }

  deinit { _ = close(descriptor) }

  /// Keeps all others from locking the file for as long as this one is open, and the process alive.
  /// `false` where another has locked it.
  func lock() throws -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw Self.failure("locked", path) }
    return false
  }

  /// Lets others lock the file, also where a process that is just being started has inherited it.
  func unlock() { _ = flock(descriptor, LOCK_UN) }

  /// Up to `count` bytes from `offset` on; none at the end of the file.
  func read(at offset: Int, upTo count: Int) throws -> Data {
    var data = Data(count: count)
    let length = try data.withUnsafeMutableBytes { bytes in
      try Self.attempt("read", path) { pread(descriptor, bytes.baseAddress, count, off_t(offset)) }
    }
    return data.prefix(length)
  }

  /// Writes all of `data` at `offset`. Where that fails, a part of it may be written.
  func write(_ data: Data, at offset: Int) throws {
    try data.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        written += try Self.attempt("written", path) {
          pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
        }
      }
    }
  }

  /// Cuts off what is behind `length`.
  func truncate(to length: Int) throws {
    _ = try Self.attempt("cut", path) { Int(ftruncate(descriptor, off_t(length))) }
  }

  /// Returns when what was written would survive a crash of the machine.
  func synchronize() throws {
    #if canImport(Darwin)
      // There fsync hands the bytes to the disk, which may still lose them. Not all volumes know more.
      if fcntl(descriptor, F_FULLFSYNC) != -1 { return }
    #endif
    _ = try Self.attempt("saved", path) { Int(fsync(descriptor)) }
  }

  /// Moves the file at `url` to `other`, in place of what is there.
  static func move(_ url: URL, to other: URL) throws {
    _ = try attempt("moved", url.path) { Int(rename(url.path, other.path)) }
  }

  /// Removes the file at `url`, if there is one and that is possible.
  static func remove(_ url: URL) { _ = unlink(url.path) }

  /// Returns when the names of the files in `folder` would survive a crash of the machine.
  static func synchronize(folder: URL) throws {
    try OpenFile(folder, O_RDONLY | O_DIRECTORY).synchronize()
  }

  /// Makes `folder`, and those above it, so that they would survive a crash of the machine.
  static func makeFolder(_ folder: URL) throws {
    guard access(folder.path, F_OK) != 0 else { return }
    let parent = folder.deletingLastPathComponent()
    try makeFolder(parent)
    guard mkdir(folder.path, 0o700) == 0 || errno == EEXIST else {
      throw failure("made", folder.path)
    }
    try synchronize(folder: parent)
  }

  /// What `call` returns, once no signal interrupts it.
  private static func attempt(_ verb: String, _ path: String, _ call: () -> Int) throws -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw failure(verb, path) }
    }
  }

  private static func failure(_ verb: String, _ path: String) -> MediaError {
    let number = errno
    return MediaError(
      .ledgerUnavailable, "\(path) could not be \(verb): \(String(cString: strerror(number))).",
      underlyingError: POSIXErrorCode(rawValue: number).map { POSIXError($0) })
  }
}
