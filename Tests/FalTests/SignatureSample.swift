import Foundation

/// A webhook that was signed, as Python's `cryptography` does it, by the private key whose 32 bytes are all 1.
enum SignatureSample {
  static let publicKey = "iojj3XQJ8ZX9UtstPLpdcspnCb8dlBIb83SIAbQPb1w="
  static let signature =
    "1d57e94f7b41ce10334a6704426807b3a66810cea45d928b8ee4055dc4896a59"
    + "7ece368e6b79e1f371e6bef82bfef02c7b53a26caa95e2b5a40ee8fbb0903801"
  static let message = Data(
    """
    r-1
    u-1
    1764500000
    0f025a1e56e63e1f08922b2cf559847782f9c4db5b35f0924edc5e5783b03976
    """.utf8)
}
