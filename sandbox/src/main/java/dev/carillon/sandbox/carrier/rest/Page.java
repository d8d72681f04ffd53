package dev.carillon.sandbox.carrier.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One page of a list, with the addresses of its neighbours.
final class Page {
  private static final int DEFAULT_SIZE = 50;
  private static final int LARGEST = 1_000;

  private final String path;
  private final Map<String, String> query;
  private final int size;
  private final int number;

  /// `query` is the request's, in which `Page` and `PageSize` choose the page.
  Page(String path, Map<String, String> query) {
    this.path = path;
    this.query = query;
    this.size = Math.clamp(number("PageSize", DEFAULT_SIZE), 1, LARGEST);
    this.number = number("Page", 0);
  }

  /// The page's JSON; `name` is what the list is called.
  Map<String, @Nullable Object> of(String name, List<Map<String, @Nullable Object>> items) {
    int start = Math.min(items.size(), number * size);
    int end = Math.min(items.size(), start + size);
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put(name, items.subList(start, end));
    page.put("page", number);
    page.put("page_size", size);
    page.put("start", start);
    page.put("end", Math.max(start, end - 1));
    page.put("uri", uri(number));
    page.put("first_page_uri", uri(0));
    page.put("previous_page_uri", number > 0 ? uri(number - 1) : null);
    page.put("next_page_uri", end < items.size() ? uri(number + 1) : null);
    return page;
  }

  private String uri(int page) {
    StringBuilder uri = new StringBuilder(path).append('?');
    query.forEach((name, value) -> {
      if (!name.equals("Page") && !name.equals("PageSize")) {
        uri.append(encode(name)).append('=').append(encode(value)).append('&');
      }
    });
    return uri.append("PageSize=").append(size).append("&Page=").append(page).toString();
  }

  private int number(String name, int otherwise) {
    String value = query.getOrDefault(name, "");
    return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
