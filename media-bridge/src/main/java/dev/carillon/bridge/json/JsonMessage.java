package dev.carillon.bridge.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads whole messages, for providers that do not send one per frame of sound.
public final class JsonMessage {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonMessage() {}

  /// The message; what is no JSON says nothing: every path in it is missing.
  public static JsonNode read(ByteBuf message) {
    try (InputStream in = new ByteBufInputStream(message.slice())) {
      return MAPPER.readTree(in);
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }
}
