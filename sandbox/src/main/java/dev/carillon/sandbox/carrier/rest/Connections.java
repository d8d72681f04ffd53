package dev.carillon.sandbox.carrier.rest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/// Breaks a request's connection as a failing network does.
final class Connections {
  private Connections() {}

  /// Resets the TCP connection instead of answering.
  static void reset(Context context) {
    ServletContextRequest request = ServletContextRequest.getServletContextRequest(context.req());
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    if (endPoint instanceof SocketChannelEndPoint socket) {
      try {
        SocketChannel channel = socket.getChannel();
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the connection cannot be reset", e);
      }
    }
  }
}
