package dev.carillon.bridge.deepgram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;

/// Reads the provider's messages; what is no JSON says nothing.
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode read(ByteBuf message) {
    try (var in = new ByteBufInputStream(message.slice())) {
      return MAPPER.readTree((java.io.InputStream) in);
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }

  static String text(String type, String text) {
    return MAPPER.createObjectNode().put("type", type).put("text", text).toString();
  }
}
