import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a file is, and which one of the machine's.
struct FileStatus {
  /// What tells a file from all others, whatever their names.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// What kind of file it is, as errors call it.
  enum Kind: String {
    case regular = "a regular file"
    case directory = "a directory"
    case link = "a symbolic link that leads nowhere"
    case pipe = "a named pipe"
    case socket = "a socket"
    case device = "a device"
  }

  let identity: Identity
  let kind: Kind
  /// The size in bytes.
  let size: Int
  /// The number of names that it has.
  let linkCount: Int

  init(_ status: stat) {
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino))
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int(clamping: status.st_size)
    linkCount = Int(clamping: status.st_nlink)
  }

  /// The status of the file at `path`; `nil` where there is none.
  ///
  /// - Parameter followsLinks: Whether it is that of the file that a symbolic link leads to.
  init?(at path: String, followingLinks followsLinks: Bool) throws {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      guard errno == ENOENT else { throw OpenFile.failure("opened", path) }
      return nil
    }
    self.init(status)
  }
}
