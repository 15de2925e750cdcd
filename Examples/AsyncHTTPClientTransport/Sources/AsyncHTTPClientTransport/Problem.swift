import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import TypedMedia

/// The error that stands for one of the HTTP client's.
///
/// - Parameter isBodyUntouched: Whether the client has asked for nothing of the request's body.
func problem(_ error: any Error, isBodyUntouched: Bool) -> any Error {
  if error is TransportError || error is CancellationError { return error }
  if error as? HTTPClientError == .cancelled, Task.isCancelled { return CancellationError() }
  return TransportError(
    "The connection failed: \(reason(error)).",
    isBeforeConnecting: isFromBeforeConnecting(error),
    sentBodyBytes: isBodyUntouched ? 0 : nil,
    // One of the client's own may quote a header field, and that may be the key.
    underlyingError: error is HTTPClientError ? nil : error)
}

/// Whether `error` comes from making a connection, or from before that. None of these is an error of a
/// connection that has carried something.
private func isFromBeforeConnecting(_ error: any Error) -> Bool {
  switch error {
  case is NIOConnectionError: true
  case ChannelError.connectTimeout: true
  // To a numeric address. Of the others, such as "no route to host", a connection may have them later.
  case let error as IOError: error.errnoCode == POSIXErrorCode.ECONNREFUSED.rawValue
  case NIOSSLError.handshakeFailed: true
  case let error as NIOSSLExtraError:
    [.failedToValidateHostname, .serverHostnameImpossibleToMatch].contains(error)
  case let error as HTTPClientError: isFromBeforeConnecting(error)
  default: false
  }
}

private func isFromBeforeConnecting(_ error: HTTPClientError) -> Bool {
  let kinds: [HTTPClientError] = [
    .alreadyShutdown, .connectTimeout, .emptyHost, .emptyScheme, .getConnectionFromPoolTimeout,
    .httpProxyHandshakeTimeout, .invalidProxyResponse, .invalidURL, .missingSocketPath,
    .proxyAuthenticationRequired, .socksHandshakeTimeout, .tlsHandshakeTimeout,
  ]
  // These carry what was wrong, so that two of them may differ.
  let open: [HTTPClientError] = [
    .invalidHeaderFieldNames([]), .invalidHeaderFieldValues([]),
    .serverOfferedUnsupportedApplicationProtocol(""), .unsupportedScheme(""),
  ]
  return kinds.contains(error)
    || open.contains { $0.shortDescription == error.shortDescription }
}

private func reason(_ error: any Error) -> String {
  switch error {
  case let error as HTTPClientError: error.shortDescription
  case let error as NIOConnectionError:
    if let first = error.connectionErrors.first {
      "\(error.host): \(reason(first.error))"
    } else {
      "\(error.host) has no address that is known here"
    }
  case let error as IOError: String(cString: strerror(error.errnoCode))
  case NIOSSLError.handshakeFailed:
    "the server's certificate is not trusted, or there is no kind of encryption that both sides know"
  case is HTTPParserError: "the answer is not HTTP, or breaks off (\(error))"
  default: "\(error)"
  }
}
