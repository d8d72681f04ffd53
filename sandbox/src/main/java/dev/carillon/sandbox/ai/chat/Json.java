package dev.carillon.sandbox.ai.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// JSON in and out of requests, whole or as a stream of server-sent events.
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PIECE = 9;

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode body(Context context) {
    try {
      return MAPPER.readTree(context.bodyAsBytes());
    } catch (JsonProcessingException e) {
      throw ApiError.invalid(null, "We could not parse the JSON body of your request.", null);
    } catch (IOException e) {
      throw new UncheckedIOException("a request cannot be read", e);
    }
  }

  static void answer(Context context, ObjectNode body) {
    context.contentType("application/json").result(body.toString());
  }

  /// A text in the pieces in which a model makes it.
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); at += PIECE) {
      pieces.add(text.substring(at, Math.min(text.length(), at + PIECE)));
    }
    return pieces;
  }

  /// Opens a stream of events on the answer.
  static Events events(Context context) {
    context.contentType("text/event-stream; charset=utf-8");
    context.header("Cache-Control", "no-cache");
    try {
      return new Events(context.res().getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("an answer cannot be streamed", e);
    }
  }

  /// Server-sent events, each flushed.
  record Events(OutputStream out) {
    void named(String name, ObjectNode data) {
      write("event: " + name + "\ndata: " + data + "\n\n");
    }

    void data(String data) {
      write("data: " + data + "\n\n");
    }

    private void write(String text) {
      try {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("the client went away", e);
      }
    }
  }
}
