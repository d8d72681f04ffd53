package dev.carillon.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinkTokensTest {
  private static final UUID CALL = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String PATH = "/recordings/" + CALL;

  private final LinkTokens links = new LinkTokens(key("0123456789abcdef"));

  @Test
  void aTokenOpensOnlyItsCallAndPurpose() {
    String token = links.token(CALL, LinkPurpose.VOICE);

    assertThat(token).hasSize(22).matches("[A-Za-z0-9_-]+");
    assertThat(links.opens(CALL, LinkPurpose.VOICE, token)).isTrue();
    assertThat(links.opens(CALL, LinkPurpose.STATUS, token)).isFalse();
    assertThat(links.opens(new UUID(1, 1), LinkPurpose.VOICE, token)).isFalse();
    assertThat(links.opens(CALL, LinkPurpose.VOICE, token + "A")).isFalse();
    assertThat(links.opens(CALL, LinkPurpose.VOICE, "")).isFalse();
  }

  @Test
  void aTokenOfAnotherKeyOpensNothing() {
    var others = new LinkTokens(key("fedcba9876543210"));

    assertThat(links.opens(CALL, LinkPurpose.VOICE, others.token(CALL, LinkPurpose.VOICE)))
        .isFalse();
  }

  @Test
  void aLinkOpensForAnHourAndNotASecondLonger() {
    var link = Link.of(links.expiring(PATH, NOW.plusSeconds(3600)));

    assertThat(opens(link, NOW.plusSeconds(3599))).isTrue();
    assertThat(opens(link, NOW.plusSeconds(3600))).isFalse();
    assertThat(opens(link, NOW.plusSeconds(3601))).isFalse();
  }

  @Test
  void aLinkCannotBeMovedOrProlonged() {
    var link = Link.of(links.expiring(PATH, NOW.plusSeconds(3600)));

    assertThat(links.opensUntil("/recordings/other", link.expires(), link.signature(), NOW))
        .isFalse();
    assertThat(links.opensUntil(PATH, link.expires() + 1, link.signature(), NOW)).isFalse();
    assertThat(links.opensUntil(PATH, link.expires(), "x" + link.signature().substring(1), NOW))
        .isFalse();
  }

  @Test
  void aStreamTokenNamesItsCallAndBearsNoChange() {
    var streams = new StreamTokens(key("0123456789abcdef"));
    String token = streams.mint(CALL, 0x8899_aabb_ccdd_eeffL);

    assertThat(token).hasSize(54);
    assertThat(streams.callOf(token)).contains(CALL);
    assertThat(streams.mint(CALL, 1)).isNotEqualTo(token);
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(streams.callOf(token.substring(0, i) + other + token.substring(i + 1))).isEmpty();
    }
    assertThat(streams.callOf("not a token!")).isEmpty();
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new LinkTokens(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean opens(Link link, Instant now) {
    return links.opensUntil(link.path(), link.expires(), link.signature(), now);
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private record Link(String path, long expires, String signature) {
    private static final Pattern SHAPE =
        Pattern.compile("([^?]+)\\?expires=(\\d+)&signature=([A-Za-z0-9_-]{22})");

    static Link of(String text) {
      var parts = SHAPE.matcher(text);
      assertThat(parts.matches()).isTrue();
      return new Link(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3));
    }
  }
}
