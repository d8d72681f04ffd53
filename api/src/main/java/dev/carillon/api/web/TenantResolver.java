package dev.carillon.api.web;

import dev.carillon.account.AccountRef;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives each route its [Tenant]: for now the default one, which the token stands for.
final class TenantResolver implements HandlerMethodArgumentResolver {
  private final ObjectProvider<AccountRef> account;

  TenantResolver(ObjectProvider<AccountRef> account) {
    this.account = account;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Tenant.class;
  }

  @Override
  public Tenant resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new Tenant(account.getObject().tenantId());
  }
}
