package dev.carillon.activities.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/// Sends each request once. The SDK's own client repeats a create up to six times (three tries on
/// any 5xx, each tried twice on 503), and each of them may ring the person.
final class OneRequestHttpClient extends NetworkHttpClient {
  private static final String PROVIDER_ADDRESS = "https://api.twilio.com";

  private final String address;

  /// @param address where the carrier's REST is, without a trailing slash
  OneRequestHttpClient(String address, Duration timeout) {
    super(builder(timeout));
    this.address = address;
  }

  private static HttpClientBuilder builder(Duration timeout) {
    var limit = Timeout.of(timeout);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(64)
            .setMaxConnTotal(64)
            .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(limit).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofSeconds(3))
                    .setSocketTimeout(limit)
                    // A connection the carrier has closed meanwhile would make an unclear answer of
                    // a request that was never read.
                    .setTimeToLive(Timeout.ofSeconds(20))
                    .setValidateAfterInactivity(Timeout.ofMilliseconds(200))
                    .build())
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(limit).build())
        .disableAutomaticRetries()
        .disableRedirectHandling();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    if (address.equals(PROVIDER_ADDRESS)) {
      return super.makeRequest(request);
    }
    return super.makeRequest(elsewhere(request));
  }

  private Request elsewhere(Request request) {
    var copy =
        new Request(
            request.getMethod(), request.getUrl().replaceFirst("^" + PROVIDER_ADDRESS, address));
    copy.setAuth(request.getUsername(), request.getPassword());
    request.getQueryParams().forEach((k, vs) -> vs.forEach(v -> copy.addQueryParam(k, v)));
    request.getPostParams().forEach((k, vs) -> vs.forEach(v -> copy.addPostParam(k, v)));
    request.getHeaderParams().forEach((k, vs) -> vs.forEach(v -> copy.addHeaderParam(k, v)));
    copy.setContentType(request.getContentType());
    copy.setUserAgentExtensions(request.getUserAgentExtensions());
    return copy;
  }
}
