import Foundation

/// A PostgreSQL server of the tests' own, in a temporary folder, on a socket there. It ends with
/// the process that began it, however that ends.
final class Server: Sendable {
  /// The one for tests that do no harm to it.
  static let shared = Result { try Server() }

  /// Tells whether there is a server to start, and somebody whom it lets start it: it refuses root.
  static let isInstalled = programs != nil && (getuid() != 0 || getpwnam("postgres") != nil)

  private let folder: URL
  private let commands = Pipe()
  private let answers = Pipe()

  /// Starts a server with `settings`, such as `-c fsync=off`.
  init(settings: String = "", encoding: String = "UTF8") throws {
    guard let programs = Self.programs else { throw Failure(log: "There is no server.") }
    // A socket's path takes a hundred bytes.
    folder = FileManager.default.temporaryDirectory
      .appending(path: "pg-\(UUID().uuidString.prefix(8))", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", Self.script, "bash", programs, folder.path, settings, encoding]
    process.standardInput = commands
    process.standardOutput = answers
    try process.run()
    process.waitUntilExit()
    try waitForAnswer()
  }

  deinit { try? commands.fileHandleForWriting.close() }

  /// Where the server is, as a client wants to be told.
  var connectionString: String { "host='\(folder.path)' dbname=postgres user=ledger" }

  /// Ends the server at once, as a crash of its machine would.
  func crash() throws { try order("crash") }

  /// Starts the server again.
  func start() throws { try order("start") }

  private func order(_ command: String) throws {
    try commands.fileHandleForWriting.write(contentsOf: Data("\(command)\n".utf8))
    try waitForAnswer()
  }

  private func waitForAnswer() throws {
    let answer = answers.fileHandleForReading.availableData
    guard answer == Data("done\n".utf8) else {
      throw Failure(log: String(decoding: answer, as: UTF8.self))
    }
  }

  /// A server that did not start, with what it said.
  struct Failure: Error { let log: String }

  /// The folder of `initdb` and `pg_ctl`; `nil` where there is none.
  private static let programs: String? = {
    let files = FileManager.default
    let paths = ProcessInfo.processInfo.environment["PATH"] ?? ""
    var folders = paths.split(separator: ":").map(String.init)
    // Debian and Homebrew keep those of each version apart.
    for parent in ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"] {
      let versions = (try? files.contentsOfDirectory(atPath: parent)) ?? []
      folders += versions.sorted { $0.compare($1, options: .numeric) == .orderedDescending }
        .map { "\(parent)/\($0)/bin" }
    }
    return folders.first { folder in
      ["initdb", "pg_ctl", "postgres"].allSatisfy { program in
        files.isExecutableFile(atPath: "\(folder)/\(program)")
      }
    }
  }()

  // The shell that is begun leaves the work to another, and ends: whoever runs exit tests waits for
  // any child that has ended, and should find no other there. What is open besides is not the
  // server's, which would keep the exit tests' pipes open.
  private static let script = """
    for file in /dev/fd/*; do
      file=${file##*/}
      if [ "$file" -gt 2 ]; then eval "exec $file>&-"; fi
    done 2>/dev/null
    programs=$1 folder=$2 settings=$3 encoding=$4
    if [ "$(id -u)" = 0 ]; then
      chown postgres "$folder"
      group=$(id -g postgres)
      as() { (cd "$folder" && setpriv --reuid postgres --regid "$group" --clear-groups "$@"); }
    else
      as() { "$@"; }
    fi
    start() {
      as "$programs/pg_ctl" start -w -t 300 -D "$folder/data" -l "$folder/log" \\
        -o "-k '$folder' -c listen_addresses= $settings" >"$folder/start" 2>&1 \\
        && echo done || cat "$folder/start" "$folder/log"
    }
    crash() { as "$programs/pg_ctl" stop -w -m immediate -D "$folder/data" >/dev/null 2>&1; }
    serve() {
      if as "$programs/initdb" -D "$folder/data" -A trust -U ledger -E "$encoding" --locale=C \\
        --no-sync >"$folder/initdb" 2>&1
      then start; else cat "$folder/initdb"; fi
      # At the end of the input nobody needs the server any more.
      while read -r command; do
        case $command in
          crash) crash; echo done ;;
          start) start ;;
        esac
      done
      crash
      rm -rf "$folder"
    }
    serve <&0 &
    """
}
