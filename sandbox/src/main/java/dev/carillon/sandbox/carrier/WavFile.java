package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.speech.MuLaw;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/// Audio files that a document has played: WAV of one channel at 8 kHz, mu-law or 16-bit PCM.
final class WavFile {
  private static final int MULAW = 7;
  private static final int PCM = 1;
  private static final int RATE = 8_000;
  private static final int FIRST_CHUNK = 12;

  private WavFile() {}

  /// The file's sound as mu-law; nothing when it cannot be had or understood. Blocks.
  static byte[] fetch(String url) {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(15)).build();
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return response.statusCode() == 200 ? read(response.body()) : new byte[0];
    } catch (IOException | IllegalArgumentException e) {
      return new byte[0];
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new byte[0];
    }
  }

  /// The sound in the file as mu-law, or nothing.
  static byte[] read(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int format = 0;
    int at = FIRST_CHUNK;
    while (at + 8 <= file.length) {
      String name = new String(file, at, 4, java.nio.charset.StandardCharsets.US_ASCII);
      int size = Math.clamp(buffer.getInt(at + 4), 0, file.length - at - 8);
      int body = at + 8;
      if (name.equals("fmt ") && size >= 16) {
        boolean fits = buffer.getShort(body + 2) == 1 && buffer.getInt(body + 4) == RATE;
        format = fits ? buffer.getShort(body) : 0;
      } else if (name.equals("data")) {
        return sound(Arrays.copyOfRange(file, body, body + size), format);
      }
      at = body + size + (size & 1);
    }
    return new byte[0];
  }

  private static byte[] sound(byte[] data, int format) {
    if (format == MULAW) {
      return data;
    }
    if (format != PCM) {
      return new byte[0];
    }
    ByteBuffer samples = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    byte[] sound = new byte[data.length / 2];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = MuLaw.encode(samples.getShort(i * 2));
    }
    return sound;
  }
}
