package annals.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Builds the {@link DemonstrationSite} when the first test asks for it, once for the whole run. */
final class DemonstrationSiteExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(DemonstrationSiteExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DemonstrationSite.class;
  }

  @Override
  public DemonstrationSite resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            DemonstrationSite.class, type -> DemonstrationSite.build(), DemonstrationSite.class);
  }
}
