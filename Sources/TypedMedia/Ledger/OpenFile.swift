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
  /// What errors call it.
  private let name: String

  /// Opens the regular file at `path` to read and to write; `nil` where there is none.
  ///
  /// Nothing else is opened, not even through a link.
  init?(at path: String) throws {
    // Asked before it is opened, for that alone does something to a pipe or a device.
    guard let status = try FileStatus(at: path, followingLinks: false) else { return nil }
    try Self.requireRegular(status, path)
    descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    name = path
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw Self.failure("opened", path)
    }
    // It may have been replaced in between.
    try Self.requireRegular(self.status(), path)
  }

  /// Makes an empty file at `path`, for its owner alone, open to read and to write; `nil` where there
  /// is something of that name.
  ///
  /// - Parameter name: What errors call it.
  init?(creating path: String, called name: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    self.name = name
    guard descriptor >= 0 else {
      if errno == EEXIST { return nil }
      throw Self.failure("made", path)
    }
    #if os(iOS) || os(tvOS) || os(watchOS) || os(visionOS)
      // An app may have work to do while the device is locked, and its files be protected until then.
      try? FileManager.default.setAttributes(
        [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication],
        ofItemAtPath: path)
    #endif
  }

  private init(folder path: String) throws {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    name = path
    guard descriptor >= 0 else { throw Self.failure("opened", path) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    unlock()
    _ = close(descriptor)
  }

  private static func requireRegular(_ status: FileStatus, _ path: String) throws {
    guard status.kind != .regular else { return }
    throw MediaError(
      .ledgerUnavailable, "\(path) is \(status.kind.rawValue); a ledger is kept in a regular file.")
  }

  /// Keeps all others from locking the file for as long as this one is open, and the process alive.
  /// `false` where another has locked it.
  func lock() throws -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw Self.failure("locked", name) }
    return false
  }

  /// Lets others lock the file, also where a process that is just being started has inherited it.
  func unlock() { _ = flock(descriptor, LOCK_UN) }

  /// What the file is by now.
  func status() throws -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure("read", name) }
    return FileStatus(status)
  }

  /// Up to `count` bytes from `offset` on; none at the end of the file.
  func read(at offset: Int, upTo count: Int) throws -> Data {
    var data = Data(count: count)
    let length = try data.withUnsafeMutableBytes { bytes in
      try Self.attempt("read", name) { pread(descriptor, bytes.baseAddress, count, off_t(offset)) }
    }
    return data.prefix(length)
  }

  /// Writes all of `data` at `offset`. Where that fails, a part of it may be written.
  func write(_ data: Data, at offset: Int) throws {
    try data.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        written += try Self.attempt("written", name) {
          pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
        }
      }
    }
  }

  /// Cuts off what is behind `length`.
  func truncate(to length: Int) throws {
    _ = try Self.attempt("cut", name) { Int(ftruncate(descriptor, off_t(length))) }
  }

  /// Returns when what was written would survive a crash of the machine.
  func synchronize() throws {
    #if canImport(Darwin)
      // There fsync hands the bytes to the disk, which may still lose them. Not all volumes know more.
      if fcntl(descriptor, F_FULLFSYNC) != -1 { return }
    #endif
    _ = try Self.attempt("saved", name) { Int(fsync(descriptor)) }
  }

  /// Moves the file at `path` to `other`, in place of what is there.
  static func move(_ path: String, to other: String) throws {
    _ = try attempt("moved", path) { Int(rename(path, other)) }
  }

  /// Removes the file at `path`, if there is one and that is possible.
  static func remove(_ path: String) { _ = unlink(path) }

  /// Returns when the names of the files in `folder` would survive a crash of the machine.
  ///
  /// - Returns: Whether they would: an app in a sandbox may be allowed a file and not its folder.
  @discardableResult
  static func synchronize(folder: String) throws -> Bool {
    do {
      try OpenFile(folder: folder).synchronize()
      return true
    } catch let error as MediaError {
      let reason = (error.underlyingError as? POSIXError)?.code
      guard reason == .EPERM || reason == .EACCES else { throw error }
      return false
    }
  }

  /// Makes `folder`, and those above it, so that they would survive a crash of the machine.
  static func makeFolder(_ folder: URL) throws {
    guard access(folder.path, F_OK) != 0 else { return }
    let parent = folder.deletingLastPathComponent()
    try makeFolder(parent)
    guard mkdir(folder.path, 0o700) == 0 || errno == EEXIST else {
      throw failure("made", folder.path)
    }
    try synchronize(folder: parent.path)
  }

  /// What `call` returns, once no signal interrupts it.
  private static func attempt(_ verb: String, _ name: String, _ call: () -> Int) throws -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw failure(verb, name) }
    }
  }

  /// The error for a call that has just failed.
  static func failure(_ verb: String, _ name: String) -> MediaError {
    let number = errno
    return MediaError(
      .ledgerUnavailable, "\(name) could not be \(verb): \(String(cString: strerror(number))).",
      underlyingError: POSIXErrorCode(rawValue: number).map { POSIXError($0) })
  }
}
