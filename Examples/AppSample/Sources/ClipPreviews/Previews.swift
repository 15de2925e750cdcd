#if canImport(SwiftUI)
  import ClipStudio
  import ClipViews
  import HooxSandbox
  import SwiftUI

  #Preview("Nothing yet") { ClipView(.inSandbox()) }

  #Preview("Being made") {
    let maker = ClipMaker.inSandbox(prompt: "A fox runs through autumn leaves at sunrise.")
    maker.start()
    return ClipView(maker)
  }

  #Preview("Too expensive") {
    let maker = ClipMaker.inSandbox(prompt: "A tide pool at dawn.", HooxSandbox(credits: 1))
    maker.start()
    return ClipView(maker)
  }
#endif
