package norrhub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The schemas of all that the hub gives out; those of former releases stay. */
@RestController
@RequestMapping("/schema")
class SchemaController {
  private final PublishedSchemas schemas;
  private final Map<String, PublishedSchemas.Schema> made = new ConcurrentHashMap<>();

  SchemaController(PublishedSchemas schemas) {
    this.schemas = schemas;
  }

  static boolean isSchema(HttpServletRequest request) {
    return request.getServletPath().startsWith("/schema/");
  }

  @GetMapping("/{name:[a-z][a-z0-9-]*}.json")
  ResponseEntity<byte[]> current(@PathVariable String name) {
    return answer(name);
  }

  @GetMapping("/released/{name:[a-z][a-z0-9.-]*}.json")
  ResponseEntity<byte[]> released(@PathVariable String name) {
    return answer("released/" + name);
  }

  private ResponseEntity<byte[]> answer(String name) {
    PublishedSchemas.Schema schema =
        Optional.ofNullable(made.get(name))
            .or(() -> schemas.find(name))
            .orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "There is no such schema"));
    made.putIfAbsent(name, schema);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(schema.mediaType()))
        .eTag(DigestUtils.md5DigestAsHex(schema.bytes()))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
        .body(schema.bytes());
  }
}
