import MakeVideo

/// The program, which is the command and nothing else.
@main
struct Program {
  static func main() async { await MakeVideoCommand.main() }
}
