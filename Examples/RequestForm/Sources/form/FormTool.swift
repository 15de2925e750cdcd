import Foundation
import Hoox
import RequestForm

/// Prints a model's form, or the request that a posted form makes.
@main
struct FormTool {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard (1...2).contains(arguments.count), !arguments[0].hasPrefix("-") else {
      return stop(usage, status: 64)
    }
    do {
      guard let model = try model(arguments[0]) else {
        return stop("There is no model '\(arguments[0])'.\n\n\(usage)", status: 64)
      }
      let form = RequestForm(model.fields)
      guard arguments.count == 2 else {
        return print(form.page(titled: model.model.label ?? model.model.name), terminator: "")
      }
      let reading = form.read(FormValues(parsing: arguments[1]))
      print(JSON.object(try reading.request(to: model.model).body).text(.indented))
    } catch let rejection as FormRejection {
      let lines = rejection.problems.map { problem in
        "\(problem.name.isEmpty ? "The request" : problem.name): \(problem.message)"
      }
      stop(lines.joined(separator: "\n"), status: 1)
    } catch {
      stop("\(error)", status: 1)
    }
  }

  /// The model of that name, or the one whose snapshot is in the file.
  private static func model(_ name: String) throws -> ModelSnapshot? {
    if name.hasSuffix(".json") {
      return try ModelSnapshot(JSON(parsing: Data(contentsOf: URL(fileURLWithPath: name))))
    }
    return HooxModels.all.first { $0.model.name == name }?.snapshot
  }

  private static func stop(_ message: String, status: Int32) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }

  private static var usage: String {
    """
    form MODEL          prints a page with the model's form
    form MODEL POSTED   prints the request that a posted form makes, or what is wrong with it

    POSTED is what a browser posts, such as 'prompt=A fox&duration=8'. MODEL is the file of a
    snapshot, whose descriptions the form shows, or the name of one of Hoox's models:
    \(HooxModels.all.map { "  " + $0.model.name }.joined(separator: "\n"))
    """
  }
}
