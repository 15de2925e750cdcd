import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTerminal
import typed_media

/// What people see while they wait.
@Suite struct ProgressTests {
  @Test(
    arguments: [
      (0, nil, 60, "██░░░░░░░░░░░░░ 0:00 veo: pending"),
      (500, nil, 60, "░░░░░██░░░░░░░░ 0:00 veo: pending"),
      (1_300, nil, 60, "░░░░░░░░░░░░░██ 0:01 veo: pending"),
      (1_500, nil, 60, "░░░░░░░░░░░██░░ 0:01 veo: pending"),
      (75_000, 0.5, 60, "███████░░░░░░░░ 1:15 50 % veo: pending"),
      (3_723_000, 1, 60, "███████████████ 1:02:03 100 % veo: pending"),
      (0, .nan, 60, "░░░░░░░░░░░░░░░ 0:00 0 % veo: pending"),
      (0, 7, 20, "█████ 0:00 100 % ve…"),
      (0, nil, 1, "…"),
      (0, nil, 0, ""),
    ] as [(Int, Double?, Int, String)])
  func aLineHasABarTheTimeAndTheStep(
    milliseconds: Int, fraction: Double?, width: Int, text: String
  ) {
    let line = ProgressLine("veo", "pending", fraction: fraction)
    #expect(line.text(after: .milliseconds(milliseconds), width: width) == text)
  }

  @Test func whatAServiceSaysMovesNoCursor() {
    let line = ProgressLine("veo", "\u{1B}[2Jpending")
    #expect(line.text(after: .seconds(2)) == "0:02 veo: \u{FFFD}[2Jpending")
  }

  @Test func aLogHasALineForEachStep() {
    let log = Watched("")
    let view = ProgressView(
      ProgressView.Output(width: { nil }, write: { text in log.change { $0 += text } }))
    view.show(ProgressLine("veo", "pending"))
    view.show(ProgressLine("veo", "generating", fraction: 0.1))
    view.show(ProgressLine("veo", "generating", fraction: 0.2))
    view.say("accepted")
    view.end()
    #expect(log.value == "0:00 veo: pending\n0:00 veo: generating\naccepted\n")
  }

  @Test func aTerminalHasOneLineThatIsWrittenOver() {
    let screen = Watched("")
    let view = ProgressView(
      ProgressView.Output(width: { 21 }, write: { text in screen.change { $0 += text } }))
    view.show(ProgressLine("veo", "pending", fraction: 0.5))
    view.say("accepted")
    view.end()
    let shown = screen.value.components(separatedBy: "\r\u{1B}[K")
    // Ticks may have come between.
    #expect(shown.contains("██░░░ 0:00 50 % veo…"))
    #expect(shown.contains("accepted\n"))
    #expect(shown.last == "")
  }
}
