package dev.carillon.api.people;

import dev.carillon.api.web.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.apache.tomcat.util.http.fileupload.impl.FileItemIteratorImpl;
import org.jspecify.annotations.Nullable;

/// Takes a form apart that is already on disk.
///
/// @param file the list, where the form was
/// @param mapping what the field of that name says
record MultipartList(Path file, @Nullable String fileName, @Nullable String mapping) {
  private static final int LONGEST_MAPPING = 1 << 16;
  private static final int LONGEST_NAME = 200;

  /// Puts the list in the place of the form.
  ///
  /// @throws ProblemException 400 or 422 when it is no form, or one without a file
  static MultipartList read(Path form, String contentType) throws IOException {
    var list = form.resolveSibling(form.getFileName() + ".list");
    try (var body = Files.newInputStream(form)) {
      var parts = new FileItemIteratorImpl(new FileUpload(), context(form, body, contentType));
      var read = parts(parts, list);
      Files.move(list, form, StandardCopyOption.REPLACE_EXISTING);
      return new MultipartList(form, read.fileName(), read.mapping());
    } catch (FileUploadException _) {
      throw ProblemException.unreadable("body", "INVALID", "is not a form of that kind");
    } finally {
      Files.deleteIfExists(list);
    }
  }

  private static MultipartList parts(FileItemIterator parts, Path list)
      throws FileUploadException, IOException {
    String name = null;
    String mapping = null;
    boolean found = false;
    while (parts.hasNext()) {
      var part = parts.next();
      if ("file".equals(part.getFieldName()) && !found) {
        found = true;
        name = name(part);
        try (var content = part.openStream()) {
          Files.copy(content, list);
        }
      } else if ("mapping".equals(part.getFieldName())) {
        try (var content = part.openStream()) {
          mapping = new String(content.readNBytes(LONGEST_MAPPING), StandardCharsets.UTF_8);
        }
      }
    }
    if (!found) {
      throw ProblemException.field("file", "REQUIRED", "is required");
    }
    return new MultipartList(list, name, mapping);
  }

  private static @Nullable String name(FileItemStream part) {
    var name = part.getName();
    return name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static UploadContext context(Path form, InputStream body, String contentType) {
    return new UploadContext() {
      @Override
      public long contentLength() {
        try {
          return Files.size(form);
        } catch (IOException _) {
          return -1;
        }
      }

      @Override
      public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
      }

      @Override
      public String getContentType() {
        return contentType;
      }

      @Override
      public InputStream getInputStream() {
        return body;
      }
    };
  }
}
