package dev.carillon.api.web.intake;

import dev.carillon.api.web.problem.Problem;
import dev.carillon.api.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Writes lists of people to disk as they arrive, at most 512 MB. Only a list that arrived whole
/// gets any further; of another nothing is left.
final class UploadFilter extends OncePerRequestFilter {
  // The REST route, and the console's form.
  private static final Set<String> LISTS = Set.of(BodyFilter.IMPORTS, "/imports");
  private static final long MOST = 512L << 20;

  private final UploadFolder folder;
  private final ProblemWriter problems;

  UploadFilter(UploadFolder folder, ProblemWriter problems) {
    this.folder = folder;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !LISTS.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Path file = folder.fresh();
    try {
      if (!arrives(request, response, file)) {
        return;
      }
      new Upload(file).keepIn(request);
      chain.doFilter(new BufferedRequest(request, new byte[0]), response);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private boolean arrives(HttpServletRequest request, HttpServletResponse response, Path file)
      throws IOException {
    try (var out = Files.newOutputStream(file)) {
      if (request.getContentLengthLong() > MOST) {
        throw new BodyTooLarge();
      }
      UploadFolder.copy(request.getInputStream(), out, MOST);
      return true;
    } catch (BodyTooLarge _) {
      problems.write(
          response, Problem.of(HttpStatus.CONTENT_TOO_LARGE, "A list may have up to 512 MB."));
    } catch (IOException _) {
      problems.write(
          response, Problem.of(HttpStatus.BAD_REQUEST, "The list did not arrive whole."));
    }
    return false;
  }
}
