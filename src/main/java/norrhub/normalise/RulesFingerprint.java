package norrhub.normalise;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * A hash over the classes that read values and look them up.
 *
 * <p>It is taken from the classes themselves, so that nobody can forget to raise a version: a rule
 * that reads values in a new way has every feed read again from the archive.
 */
@Component
final class RulesFingerprint {
  private static final List<String> PATTERNS =
      List.of("classpath*:norrhub/normalise/**/*.class", "classpath*:norrhub/vocabulary/*.class");

  String value() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    // Not the thread's class loader: in the packed jar some threads do not see our classes.
    var resolver = new PathMatchingResourcePatternResolver(RulesFingerprint.class.getClassLoader());
    try {
      for (String pattern : PATTERNS) {
        for (Resource resource : sorted(resolver.getResources(pattern))) {
          digest.update(resource.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + PATTERNS, e);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static List<Resource> sorted(Resource[] resources) {
    return Arrays.stream(resources)
        .sorted(Comparator.comparing(resource -> Objects.toString(resource.getFilename())))
        .toList();
  }
}
