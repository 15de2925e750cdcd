#if canImport(SwiftUI)
  public import ClipStudio
  import Hoox
  public import SwiftUI

  /// Asks what a clip is to show, and shows how far it is.
  public struct ClipView: View {
    @State private var maker: ClipMaker
    @Environment(\.scenePhase) private var scenePhase

    /// Creates a view.
    public init(_ maker: ClipMaker) { _maker = State(initialValue: maker) }

    /// What is shown.
    public var body: some View {
      @Bindable var maker = maker
      Form {
        Section {
          TextField("What does the clip show?", text: $maker.prompt, axis: .vertical)
          // The model's own values, and no others.
          Picker("Length", selection: $maker.duration) {
            ForEach(Veo3_1.Duration.allCases, id: \.self) { duration in
              Text("\(duration.rawValue) seconds").tag(duration)
            }
          }
          Button("Make it") { maker.start() }.disabled(!maker.canStart)
        }
        Section { progress }
      }
      .onChange(of: scenePhase, initial: true) {
        // What was paid before the app was suspended or ended.
        if scenePhase == .active { maker.resume() }
      }
    }

    @ViewBuilder private var progress: some View {
      switch maker.phase {
      case .idle:
        Text("Nothing is being made.").foregroundStyle(.secondary)
      case .working(let step, let fraction?):
        ProgressView(value: fraction) { Text(step) }
      case .working(let step, nil):
        ProgressView { Text(step) }
      case .done(let file):
        ShareLink(item: file) { Label("The clip", systemImage: "film") }
      case .failed(let message, let mayBePaid):
        Label(message, systemImage: "exclamationmark.triangle")
        if mayBePaid { Text("It may be paid all the same: look before you make it again.") }
      }
    }
  }
#endif
