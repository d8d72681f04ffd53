package dev.carillon.api.recordings;

import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.signature.LinkTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Recordings, behind links that end by themselves.
@RestController
public final class RecordingsController {
  private static final Duration OPEN_FOR = Duration.ofHours(1);
  private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

  private final RecordingDesk desk;
  private final Waveforms waveforms;
  private final LinkTokens tokens;
  private final InstantSource clock;

  RecordingsController(
      RecordingDesk desk, Waveforms waveforms, LinkTokens tokens, InstantSource clock) {
    this.desk = desk;
    this.waveforms = waveforms;
    this.tokens = tokens;
    this.clock = clock;
  }

  @GetMapping("/api/v1/calls/{id}/recording")
  public Link link(Tenant tenant, @PathVariable UUID id) {
    if (desk.of(tenant.id(), id).isEmpty()) {
      throw ProblemException.notFound("recording");
    }
    var expiresAt = clock.instant().plus(OPEN_FOR);
    var base = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    return new Link(base + tokens.expiring(path(id), expiresAt), expiresAt);
  }

  /// What the recording looks like, to be drawn.
  @GetMapping("/api/v1/calls/{id}/recording/waveform")
  Waveform waveform(Tenant tenant, @PathVariable UUID id) throws InterruptedException {
    var recording =
        desk.of(tenant.id(), id).orElseThrow(() -> ProblemException.notFound("recording"));
    return waveforms
        .of(tenant.id(), id, recording)
        .orElseThrow(() -> ProblemException.notFound("recording"));
  }

  /// The sound itself; whoever has the link may listen until it ends.
  @GetMapping("/recordings/{id}")
  ResponseEntity<Resource> listen(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam long expires,
      @RequestParam String signature)
      throws InterruptedException {
    if (!tokens.opensUntil(path(id), expires, signature, clock.instant())) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    var recording =
        desk.of(tenant.id(), id).orElseThrow(() -> ProblemException.notFound("recording"));
    var bytes =
        desk.bytes(tenant.id(), id, recording)
            .orElseThrow(() -> ProblemException.notFound("recording"));
    return ResponseEntity.ok()
        .contentType(WAV)
        .cacheControl(CacheControl.noStore())
        .body(new ByteArrayResource(bytes));
  }

  private static String path(UUID callId) {
    return "/recordings/" + callId;
  }

  /// Where a recording can be heard, and until when.
  public record Link(String url, Instant expiresAt) {}
}
