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
    guard let type = HooxModels.all.first(where: { $0.model.name == arguments[0] }) else {
      return stop("There is no model '\(arguments[0])'.\n\n\(usage)", status: 64)
    }
    let form = RequestForm(type.fields)
    guard arguments.count == 2 else {
      return print(form.page(titled: type.model.name), terminator: "")
    }
    do {
      let request = try form.read(FormValues(parsing: arguments[1])).request(as: type)
      print(request.json.text(.indented))
    } catch let rejection as FormRejection {
      let lines = rejection.problems.map { problem in
        "\(problem.name.isEmpty ? "The request" : problem.name): \(problem.message)"
      }
      stop(lines.joined(separator: "\n"), status: 1)
    } catch {
      stop("\(error)", status: 1)
    }
  }

  private static func stop(_ message: String, status: Int32) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }

  private static var usage: String {
    """
    form MODEL          prints a page with the model's form
    form MODEL POSTED   prints the request that a posted form makes, or what is wrong with it

    POSTED is what a browser posts, such as 'prompt=A fox&duration=8'. The models:
    \(HooxModels.all.map { "  " + $0.model.name }.joined(separator: "\n"))
    """
  }
}
