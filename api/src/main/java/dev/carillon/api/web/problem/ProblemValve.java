package dev.carillon.api.web.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Tomcat's page for what it refuses before any filter runs, such as a broken address. Public,
/// because Tomcat makes it by its name.
public final class ProblemValve extends ErrorReportValve {
  private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

  private final JsonMapper json = new JsonMapper();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int code = response.getStatus();
    if (code < HttpStatus.BAD_REQUEST.value()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    var known = HttpStatus.resolve(code);
    var status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    if (failure != null) {
      log.atError().setCause(failure).log("a request failed outside of any route");
    }
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      var body = json.writeValueAsString(Problem.of(status, Details.of(status)));
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException gone) {
      log.atDebug().setCause(gone).log("the caller hung up");
    }
  }
}
