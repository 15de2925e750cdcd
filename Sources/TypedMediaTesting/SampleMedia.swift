public import Foundation

/// The files that a sandbox serves as results: real, and as small as they can be.
public struct SampleMedia: Sendable {
  /// The media type, such as `image/png`.
  public let contentType: String
  /// The end of a file's name, without a point.
  public let fileExtension: String
  /// The file.
  public let data: Data
  /// The width of an image or a video, in pixels.
  public let width = 64
  /// The height of an image or a video, in pixels.
  public let height = 36
  /// The length; `nil` for an image.
  public let duration: Duration?

  /// A blue image of 64 by 36 pixels.
  public static let image = SampleMedia(
    contentType: "image/png",
    fileExtension: "png",
    data: decoded(
      """
      iVBORw0KGgoAAAANSUhEUgAAAEAAAAAkCAIAAAC2bqvFAAAACXBIWXMAAAABAAAAAQBPJcTWAAAASElEQVR4nO3P
      QQ3AIADAQEgwhCc8YXcieFyW9BS0c587/mzpgFcNaA1oDWgNaA1oDWgNaA1oDWgNaA1oDWgNaA1oDWgNaA1oH2/b
      AbqqaSs/AAAAAElFTkSuQmCC
      """),
    duration: nil
  )

  /// One second of blue, 64 by 36 pixels, in H.264.
  public static let video = SampleMedia(
    contentType: "video/mp4",
    fileExtension: "mp4",
    data: decoded(
      """
      AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAAM/bW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAA
      A+gAAQAAAQAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAA
      AAAAAAAAAAAAAAAAAAAAAgAAAo50cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAABAAAAAAAAA+gAAAAAAAAAAAAA
      AAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAEAAAAAkAAAAAAAkZWR0cwAAABxlbHN0
      AAAAAAAAAAEAAAPoAAAgAAABAAAAAAIGbWRpYQAAACBtZGhkAAAAAAAAAAAAAAAAAABAAAAAQABVxAAAAAAALWhk
      bHIAAAAAAAAAAHZpZGUAAAAAAAAAAAAAAABWaWRlb0hhbmRsZXIAAAABsW1pbmYAAAAUdm1oZAAAAAEAAAAAAAAA
      AAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAAXFzdGJsAAAAwXN0c2QAAAAAAAAAAQAAALFh
      dmMxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAEAAJABIAAAASAAAAAAAAAABDExhdmMgbGlieDI2NAAAAAAAAAAA
      AAAAAAAAAAAAAAAAGP//AAAAN2F2Y0MBZAAK/+EAGmdkAAqscgREf58BEAAAAwAQAAADAIDxIlhGAQAGaOhDjyyL
      /fj4AAAAABBwYXNwAAAAAQAAAAEAAAAUYnRydAAAAAAAABewAAAAAAAAABhzdHRzAAAAAAAAAAEAAAAEAAAQAAAA
      ABRzdHNzAAAAAAAAAAEAAAABAAAAKGN0dHMAAAAAAAAAAwAAAAEAACAAAAAAAQAAQAAAAAACAAAQAAAAABxzdHNj
      AAAAAAAAAAEAAAABAAAABAAAAAEAAAAkc3RzegAAAAAAAAAAAAAABAAAAs0AAAAPAAAADQAAAA0AAAAUc3RjbwAA
      AAAAAAABAAADbwAAAD11ZHRhAAAANW1ldGEAAAAAAAAAIWhkbHIAAAAAAAAAAG1kaXJhcHBsAAAAAAAAAAAAAAAA
      CGlsc3QAAAAIZnJlZQAAAv5tZGF0AAACoQYF//+d3EXpvebZSLeWLNgg2SPu73gyNjQgLSBjb3JlIDE2NSAtIEgu
      MjY0L01QRUctNCBBVkMgY29kZWMgLSBDb3B5bGVmdCAyMDAzLTIwMjUgLSBodHRwOi8vd3d3LnZpZGVvbGFuLm9y
      Zy94MjY0Lmh0bWwgLSBvcHRpb25zOiBjYWJhYz0xIHJlZj0xNiBkZWJsb2NrPTE6MDowIGFuYWx5c2U9MHgzOjB4
      MTMzIG1lPXVtaCBzdWJtZT0xMCBwc3k9MSBwc3lfcmQ9MS4wMDowLjAwIG1peGVkX3JlZj0xIG1lX3JhbmdlPTI0
      IGNocm9tYV9tZT0xIHRyZWxsaXM9MiA4eDhkY3Q9MSBjcW09MCBkZWFkem9uZT0yMSwxMSBmYXN0X3Bza2lwPTEg
      Y2hyb21hX3FwX29mZnNldD0tMiB0aHJlYWRzPTEgbG9va2FoZWFkX3RocmVhZHM9MSBzbGljZWRfdGhyZWFkcz0w
      IG5yPTAgZGVjaW1hdGU9MSBpbnRlcmxhY2VkPTAgYmx1cmF5X2NvbXBhdD0wIGNvbnN0cmFpbmVkX2ludHJhPTAg
      YmZyYW1lcz04IGJfcHlyYW1pZD0yIGJfYWRhcHQ9MiBiX2JpYXM9MCBkaXJlY3Q9MyB3ZWlnaHRiPTEgb3Blbl9n
      b3A9MCB3ZWlnaHRwPTIga2V5aW50PTI1MCBrZXlpbnRfbWluPTQgc2NlbmVjdXQ9NDAgaW50cmFfcmVmcmVzaD0w
      IHJjX2xvb2thaGVhZD02MCByYz1jcmYgbWJ0cmVlPTEgY3JmPTIzLjAgcWNvbXA9MC42MCBxcG1pbj0wIHFwbWF4
      PTY5IHFwc3RlcD00IGlwX3JhdGlvPTEuNDAgYXE9MToxLjAwAIAAAAAkZYiBAAJf/ujJ/MspLmdQrkeXSKdpxzCP
      R0j/rkHZkvIIcFixAAAAC0GaCG2IIf/+qnKwAAAACUGeECcQR/8EPQAAAAkBnhhNSCH/BfQ=
      """),
    duration: .seconds(1)
  )

  /// One second of silence, as 8,000 samples of 8 bits.
  public static let audio = SampleMedia(
    contentType: "audio/wav",
    fileExtension: "wav",
    data: decoded("UklGRmQfAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YUAfAAA=")
      + Data(repeating: 0x80, count: 8_000),
    duration: .seconds(1)
  )

  private static func decoded(_ text: String) -> Data {
    Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data()
  }
}
