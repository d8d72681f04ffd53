package dev.carillon.bridge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A small Realtime server: knows the GA events that a bridge may send, complains about everything
/// else, and says one sentence for each response it is asked for.
final class FakeRealtime {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KNOWN =
      Set.of(
          "session.update",
          "input_audio_buffer.append",
          "input_audio_buffer.commit",
          "conversation.item.create",
          "conversation.item.truncate",
          "response.create",
          "response.cancel");

  final byte[] speech = new byte[9_000];
  final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  final Queue<byte[]> heard = new ConcurrentLinkedQueue<>();
  private final Channel listening;

  FakeRealtime(EventLoopGroup loops) {
    new Random(7).nextBytes(speech);
    listening =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(8_192),
                            new Headers(),
                            new WebSocketServerProtocolHandler("/v1/realtime", true),
                            new Session());
                  }
                })
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
  }

  URI address() {
    return URI.create(
        "ws://127.0.0.1:"
            + ((InetSocketAddress) listening.localAddress()).getPort()
            + "/v1/realtime");
  }

  void close() {
    listening.close().syncUninterruptibly();
  }

  private final class Headers extends SimpleChannelInboundHandler<FullHttpRequest> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
      if (!"Bearer sk-test".equals(request.headers().get("Authorization"))) {
        complaints.add("wrong key");
      }
      if (request.headers().contains("OpenAI-Beta")) {
        complaints.add("beta header");
      }
      if (!request.uri().equals("/v1/realtime?model=gpt-realtime-2.1")) {
        complaints.add("wrong address " + request.uri());
      }
      ctx.fireChannelRead(request.retain());
    }
  }

  private final class Session extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    private boolean configured;
    private int responses;

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame)
        throws JsonProcessingException {
      var event = JSON.readTree(frame.text());
      var type = event.path("type").asText();
      if (!KNOWN.contains(type)) {
        complaints.add("unknown event " + type);
      }
      switch (type) {
        case "session.update" -> update(ctx, event.path("session"));
        case "input_audio_buffer.append" -> {
          if (!configured) {
            complaints.add("audio before the session was set up");
          }
          heard.add(Base64.getDecoder().decode(event.path("audio").asText()));
        }
        case "response.create" -> respond(ctx);
        default -> {
          // Taken in silence.
        }
      }
    }

    private void update(ChannelHandlerContext ctx, JsonNode session) {
      configured = true;
      if (!"realtime".equals(session.path("type").asText())) {
        complaints.add("session without its type");
      }
      send(
          ctx,
          "{\"type\":\"session.updated\",\"session\":{\"type\":\"realtime\",\"audio\":%s}}"
              .formatted(session.path("audio")));
    }

    private void respond(ChannelHandlerContext ctx) {
      var ids = "\"response_id\":\"r%1$d\",\"item_id\":\"i%1$d\"".formatted(++responses);
      send(ctx, "{\"type\":\"response.created\",\"response\":{\"id\":\"r" + responses + "\"}}");
      int at = 0;
      for (int size : List.of(777, 3_200, 400, 4_623)) {
        var chunk = Base64.getEncoder().encodeToString(copy(at, size));
        at += size;
        send(
            ctx,
            "{\"event_id\":\"e\",\"delta\":\"%s\",%s,\"type\":\"response.output_audio.delta\"}"
                .formatted(chunk, ids));
      }
      send(
          ctx,
          "{\"type\":\"response.output_audio_transcript.done\",%s,\"transcript\":\"Hello there.\"}"
              .formatted(ids));
      send(ctx, "{\"type\":\"response.output_audio.done\",%s}".formatted(ids));
      send(
          ctx,
          "{\"type\":\"response.done\",\"response\":{\"id\":\"r%d\",\"status\":\"completed\"}}"
              .formatted(responses));
    }

    private byte[] copy(int from, int length) {
      return java.util.Arrays.copyOfRange(speech, from, from + length);
    }

    private void send(ChannelHandlerContext ctx, String text) {
      ctx.writeAndFlush(new TextWebSocketFrame(text));
    }
  }
}
