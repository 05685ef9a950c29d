# Taut's problem in R: objective, optimality conditions, and Newton's method for its smooth part.
#
#   (1/W) sum_i w_i l(y_i, o_i + b0 + x_i'b) + lambda * sum_j v_j [ rho |u_j| + (1-rho)/2 u_j^2 ],   u_j = d_j b_j
#
# d_j is the weighted population standard deviation of column j (standardize) or 1. A problem is a list; `beta` is a p x K
# matrix and `b0` a K-vector throughout, K = 1 except for the multinomial loss. Nothing in this file calls glmnet.

classes <- function(p) if (p$loss == "multinomial") max(p$y) + 1L else 1L
weightsOf <- function(p) { w <- if (is.null(p$weights)) rep(1, nrow(p$x)) else p$weights; w / sum(w) }
factorsOf <- function(p) if (is.null(p$factors)) rep(1, ncol(p$x)) else p$factors
lowerOf <- function(p) if (is.null(p$lower)) rep(-Inf, ncol(p$x)) else p$lower
upperOf <- function(p) if (is.null(p$upper)) rep(Inf, ncol(p$x)) else p$upper
targetOf <- function(p) if (p$loss == "multinomial") 1 * outer(p$y, seq_len(classes(p)) - 1L, "==") else matrix(p$y)

means <- function(p) as.vector(crossprod(p$x, weightsOf(p)))
scales <- function(p) {
  if (!p$standardize) return(rep(1, ncol(p$x)))
  sqrt(as.vector(crossprod(sweep(p$x, 2, means(p))^2, weightsOf(p))))
}

linear <- function(p, b0, beta) {
  eta <- p$x %*% beta + rep(b0, each = nrow(p$x))
  if (is.null(p$offset)) eta else eta + p$offset
}

log1pExp <- function(t) pmax(t, 0) + log1p(exp(-abs(t)))
softmax <- function(eta) { e <- exp(eta - apply(eta, 1, max)); e / rowSums(e) }

# The name of a loss and its parameter: tweedie:1.5 has variance mu^1.5, negbin:2 has variance mu + mu^2/2.
kind <- function(p) sub(":.*", "", p$loss)
parameter <- function(p) as.numeric(sub(".*:", "", p$loss))

lossValue <- function(p, eta) {
  w <- weightsOf(p); y <- targetOf(p)
  sum(w * switch(kind(p),
    probit = -y * pnorm(eta, log.p = TRUE) - (1 - y) * pnorm(-eta, log.p = TRUE),
    cloglog = -ifelse(y > 0, y * log(-expm1(-exp(eta))), 0) + (1 - y) * exp(eta),
    gamma = eta + y * exp(-eta),
    tweedie = { q <- parameter(p); exp((2 - q) * eta) / (2 - q) + y * exp((1 - q) * eta) / (q - 1) },
    negbin = { theta <- parameter(p); (y + theta) * log1p(exp(eta) / theta) - y * eta },
    squared = (y - eta)^2 / 2,
    logistic = log1pExp(eta) - y * eta,
    poisson = exp(eta) - y * eta,
    multinomial = { top <- apply(eta, 1, max); top + log(rowSums(exp(eta - top))) - rowSums(y * eta) }))
}

fitted <- function(p, eta) switch(p$loss,
  squared = eta, logistic = 1 / (1 + exp(-eta)), poisson = exp(eta), multinomial = softmax(eta))

# Derivatives of the losses whose link is not the canonical one.
slopes <- function(p, eta) {
  y <- targetOf(p); mu <- exp(eta)
  switch(kind(p),
    probit = (1 - y) * exp(dnorm(eta, log = TRUE) - pnorm(-eta, log.p = TRUE)) - y * exp(dnorm(eta, log = TRUE) - pnorm(eta, log.p = TRUE)),
    cloglog = (1 - y) * mu - y * mu / expm1(mu),
    gamma = 1 - y / mu,
    tweedie = mu^(1 - parameter(p)) * (mu - y),
    negbin = parameter(p) * (mu - y) / (parameter(p) + mu),
    fitted(p, eta) - y)
}
bends <- function(p, eta) {
  y <- targetOf(p); mu <- exp(eta)
  switch(kind(p),
    probit = { up <- exp(dnorm(eta, log = TRUE) - pnorm(eta, log.p = TRUE)); down <- exp(dnorm(eta, log = TRUE) - pnorm(-eta, log.p = TRUE))
      y * up * (up + eta) + (1 - y) * down * (down - eta) },
    cloglog = { s <- -mu / expm1(mu); (1 - y) * mu + y * s * (s - mu + 1) },
    gamma = y / mu,
    tweedie = { q <- parameter(p); (2 - q) * mu^(2 - q) + (q - 1) * y * mu^(1 - q) },
    negbin = { theta <- parameter(p); (y + theta) * theta * mu / (theta + mu)^2 })
}

objective <- function(p, lambda, b0, beta) {
  u <- scales(p) * beta; rho <- p$l1Ratio
  lossValue(p, linear(p, b0, beta)) + lambda * sum(factorsOf(p) * (rho * abs(u) + (1 - rho) / 2 * u^2))
}

# Scores: minus the gradient of the loss, per unit of b0 (K) and of u (p x K).
scores <- function(p, b0, beta) {
  r <- -weightsOf(p) * slopes(p, linear(p, b0, beta))
  list(b0 = if (p$intercept) colSums(r) else rep(0, ncol(r)), u = crossprod(p$x, r) / scales(p))
}

# The largest distance of minus the loss gradient from the subdifferential of penalty + bounds, over every coordinate.
worstKkt <- function(p, lambda, b0, beta) {
  s <- scores(p, b0, beta); u <- scales(p) * beta
  l1 <- lambda * p$l1Ratio * factorsOf(p); l2 <- lambda * (1 - p$l1Ratio) * factorsOf(p)
  high <- s$u - l2 * u - ifelse(u < 0, -l1, l1)       # what still pushes u up
  low <- s$u - l2 * u - ifelse(u > 0, l1, -l1)        # what still pushes u down (negative)
  up <- ifelse(beta >= upperOf(p), 0, pmax(0, high)); down <- ifelse(beta <= lowerOf(p), 0, pmax(0, -low))
  max(abs(s$b0), up, down)
}

hessian <- function(p, eta, z) {                       # z: n x q columns shared by all classes; result (qK) x (qK)
  w <- weightsOf(p); mu <- if (is.null(bends(p, eta))) fitted(p, eta); K <- ncol(eta); q <- ncol(z)
  h <- matrix(0, q * K, q * K)
  for (k in seq_len(K)) for (m in seq_len(K)) {
    v <- switch(p$loss, squared = rep(1, nrow(z)), logistic = mu * (1 - mu), poisson = mu,
      multinomial = mu[, k] * ((k == m) - mu[, m]), bends(p, eta))
    h[(k - 1) * q + seq_len(q), (m - 1) * q + seq_len(q)] <- crossprod(z, as.vector(w * v) * z)
  }
  h
}

# Least-norm solution of h step = g (the multinomial Hessian is singular along equal shifts of all classes).
solveSymmetric <- function(h, g) {
  e <- eigen(h, symmetric = TRUE)
  keep <- e$values > 1e-12 * max(e$values)
  v <- e$vectors[, keep, drop = FALSE]
  as.vector(v %*% (crossprod(v, g) / e$values[keep]))
}

# Newton's method on the intercepts and the coefficients of `columns` (logical), unpenalised, the others zero: the maximum-likelihood
# fit. Works in centred, scaled columns, so it is accurate on badly scaled data. Class coefficients are shifted to sum zero.
newton <- function(p, columns) {
  K <- classes(p); d <- scales(p)[columns]; m <- if (p$intercept) means(p)[columns] else rep(0, sum(columns))
  z <- sweep(sweep(p$x[, columns, drop = FALSE], 2, m), 2, d, "/")
  if (p$intercept) z <- cbind(1, z)
  theta <- matrix(0, ncol(z), K)
  offset <- if (is.null(p$offset)) 0 else p$offset
  value <- function(t) lossValue(p, z %*% t + offset)
  if (ncol(z) > 0) for (epoch in 1:100) {
    eta <- z %*% theta + offset
    g <- -crossprod(z, weightsOf(p) * slopes(p, eta))
    step <- matrix(solveSymmetric(hessian(p, eta, z), as.vector(g)), ncol(z))
    size <- 1
    while (size > 1e-3 && value(theta + size * step) > value(theta) + 1e-13) size <- size / 2
    theta <- theta + size * step
    if (max(abs(step)) < 1e-14) break
  }
  if (K > 1) theta <- theta - rowMeans(theta)
  beta <- matrix(0, ncol(p$x), K)
  beta[columns, ] <- (if (p$intercept) theta[-1, , drop = FALSE] else theta) / d
  list(b0 = if (p$intercept) theta[1, ] - as.vector(crossprod(beta[columns, , drop = FALSE], m)) else rep(0, K), beta = beta)
}

# max_j |score_j| / v_j over the penalised columns at the model with intercept, offset and the free columns only, and over the
# directions that the bounds leave open. Every penalised coefficient is zero exactly when lambda * l1Ratio >= nullScore.
nullScore <- function(p) {
  v <- factorsOf(p)
  s <- newton(p, v == 0)
  u <- scores(p, s$b0, s$beta)$u
  u[u > 0 & upperOf(p) <= 0] <- 0
  u[u < 0 & lowerOf(p) >= 0] <- 0
  max(abs(u[v > 0, ]) / v[v > 0])
}
