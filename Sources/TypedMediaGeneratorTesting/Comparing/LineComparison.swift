/// How lines differ from other lines, with some of those around.
struct LineComparison {
  /// The lines that went, with `-`, those that came, with `+`, and the unchanged ones around them, under
  /// the number of the first of them in the new text.
  private(set) var lines: [String] = []

  private static let linesAround = 2
  private static let longest = 160

  /// Compares `old` with `new`.
  init(from old: [String], to new: [String]) {
    let steps = Self.steps(from: old, to: new)
    var near: Set<Int> = []
    for index in steps.indices where steps[index].kind != .same {
      near.formUnion(index - Self.linesAround...index + Self.linesAround)
    }
    var number = 1
    for (index, step) in steps.enumerated() {
      if near.contains(index) {
        if !near.contains(index - 1) || index == 0 { lines.append("  line \(number):") }
        lines.append("  \(step.kind.rawValue) \(step.text)")
      }
      if step.kind != .went { number += 1 }
    }
  }

  private struct Step {
    enum Kind: String {
      case same = " "
      case went = "-"
      case came = "+"
    }

    var kind: Kind
    var text: String
  }

  private static func steps(from old: [String], to new: [String]) -> [Step] {
    let difference = new.difference(from: old)
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var steps: [Step] = []
    var (inOld, inNew) = (0, 0)
    while inOld < old.count || inNew < new.count {
      let (firstOld, firstNew) = (inOld, inNew)
      while removed.contains(inOld) { inOld += 1 }
      while inserted.contains(inNew) { inNew += 1 }
      steps += replacement(of: old[firstOld..<inOld], with: new[firstNew..<inNew])
      guard inOld < old.count, inNew < new.count else { continue }
      steps.append(Step(kind: .same, text: shortened(new[inNew], from: 0)))
      inOld += 1
      inNew += 1
    }
    return steps
  }

  /// Lines that went and came in one place. Of a long one, the part is shown in which it differs from
  /// the one that came for it.
  private static func replacement(
    of old: ArraySlice<String>, with new: ArraySlice<String>
  ) -> [Step] {
    let starts = zip(old, new).map { old, new in
      max(0, zip(old, new).prefix { $0 == $1 }.count - longest / 4)
    }
    func steps(_ lines: ArraySlice<String>, _ kind: Step.Kind) -> [Step] {
      lines.enumerated().map { index, line in
        let start = starts.indices.contains(index) ? starts[index] : 0
        return Step(kind: kind, text: shortened(line, from: start))
      }
    }
    return steps(old, .went) + steps(new, .came)
  }

  private static func shortened(_ line: String, from start: Int) -> String {
    guard line.count > longest else { return line }
    let rest = line.dropFirst(start)
    return (start > 0 ? "…" : "") + rest.prefix(longest) + (rest.count > longest ? "…" : "")
  }
}
