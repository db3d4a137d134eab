package annals.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class in the system's Chromium, one browser for the whole run, and skips them
 * where there is none. Constructors and methods may ask for a {@link Chromium} and a {@link
 * DemonstrationSite}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ChromiumExtension.class, DemonstrationSiteExtension.class})
@interface InChromium {}
