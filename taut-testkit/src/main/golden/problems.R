# The problems: small data sets from a fixed seed, rounded to three decimals so that the stored text is exact.

design <- function(n, p, seed) {
  set.seed(seed)
  common <- rnorm(n)
  x <- 0.5 * common + matrix(rnorm(n * p), n)
  size <- rep(c(1, 0.1, 5, 2, 0.4, 10), length.out = p)      # columns of very different scale ...
  shift <- rep(c(0, 1, -3, 20, 0, 2), length.out = p)        # ... and location, so that standardization matters
  round(sweep(sweep(x, 2, size, "*"), 2, shift, "+"), 3)
}

sparseDesign <- function(n, p, seed) {
  set.seed(seed)
  x <- matrix(round(rexp(n * p, 1), 3), n) * (matrix(runif(n * p), n) < 0.2)
  x[cbind(seq_len(p), seq_len(p))] <- 1                      # no empty column
  x
}

response <- function(loss, x, seed, classes = 3) {
  set.seed(seed + 1)
  n <- nrow(x); z <- scale(x); p <- ncol(x)
  truth <- c(1, -0.8, 0, 0.5, 0, 0.3, 0, -0.4, rep(0, max(0, p - 8)))[seq_len(p)]
  eta <- as.vector(z %*% truth)
  switch(sub(":.*", "", loss),
    probit = as.numeric(runif(n) < pnorm(0.2 + 0.5 * eta)),
    cloglog = as.numeric(runif(n) < -expm1(-exp(-0.4 + 0.5 * eta))),
    gamma = round(rgamma(n, shape = 2, scale = exp(0.8 + 0.5 * eta) / 2) + 0.005, 3),
    tweedie = round(vapply(rpois(n, exp(0.4 + 0.3 * eta)), function(k) sum(rgamma(k, shape = 2)), 0), 3),
    negbin = as.numeric(rnbinom(n, size = 2, mu = exp(0.8 + 0.4 * eta))),
    squared = round(2 + 2 * eta + rnorm(n, sd = 1.5), 3),
    logistic = as.numeric(runif(n) < 1 / (1 + exp(-0.3 - 0.8 * eta))),
    poisson = as.numeric(rpois(n, exp(0.8 + 0.4 * eta))),
    multinomial = {
      scores <- 0.8 * cbind(eta, as.vector(z %*% rev(truth)), 0.3)
      chances <- softmax(scores)
      vapply(seq_len(n), function(i) sample.int(classes, 1, prob = chances[i, ]), 1L) - 1L
    })
}

caseWeights <- function(n) rep(c(1, 2, 0.5, 3, 1.5, 1, 0.25), length.out = n)
offsets <- function(n) rep(c(0, 0.5, -0.25, 0.75, -0.5), length.out = n)

problem <- function(name, loss, penalty, x, y, ...) {
  base <- list(name = name, loss = loss, penalty = penalty,
    l1Ratio = c(none = 0, ridge = 0, lasso = 1, enet = 0.5)[[penalty]],
    weights = NULL, offset = NULL, factors = NULL, lower = NULL, upper = NULL,
    intercept = TRUE, standardize = TRUE, sparse = FALSE, x = x, y = y)
  modifyList(base, list(...))
}

losses <- c("squared", "logistic", "multinomial", "poisson")
penalties <- c("none", "ridge", "lasso", "enet")
seeds <- c(squared = 11, logistic = 23, multinomial = 37, poisson = 41, probit = 67, cloglog = 71, gamma = 73, "tweedie:1.5" = 79,
  "tweedie:1.2" = 83, "negbin:2" = 89)
dense <- function(loss) if (loss == "multinomial") design(60, 6, seeds[[loss]]) else design(48, 8, seeds[[loss]])

grid <- function(loss) {                                     # penalty x weights x standardize
  x <- dense(loss); y <- response(loss, x, seeds[[loss]]); cases <- list()
  for (penalty in penalties) for (weighted in c(FALSE, TRUE)) for (standardize in c(TRUE, FALSE)) {
    name <- paste(loss, penalty, if (weighted) "weighted" else "unit", if (standardize) "standardized" else "raw", sep = "-")
    cases[[name]] <- problem(name, loss, penalty, x, y, standardize = standardize,
      weights = if (weighted) caseWeights(nrow(x)))
  }
  cases
}

variants <- function(kind, which = losses, on = c("ridge", "lasso", "enet"), change) {
  cases <- list()
  for (loss in which) for (penalty in on) for (weighted in c(FALSE, TRUE)) {
    x <- dense(loss)
    name <- paste(loss, penalty, kind, if (weighted) "weighted" else "unit", sep = "-")
    base <- problem(name, loss, penalty, x, response(loss, x, seeds[[loss]]), standardize = !weighted,
      weights = if (weighted) caseWeights(nrow(x)))
    cases[[name]] <- modifyList(base, change(base))
  }
  cases
}

scalar <- setdiff(losses, "multinomial")
withOffset <- function() variants("offset", scalar, penalties, function(b) list(offset = offsets(nrow(b$x))))
withFactors <- function() variants("factors", change = function(b)
  list(factors = rep(c(1, 0, 2, 0.5, 1, 0, 3, 0.1), length.out = ncol(b$x))))
nonNegative <- function() variants("nonnegative", on = c("ridge", "lasso", "enet"), change = function(b)
  list(lower = rep(0, ncol(b$x)), upper = rep(Inf, ncol(b$x))))
boxed <- function() variants("box", scalar, change = function(b) {
  reach <- 0.25 / pmax(apply(b$x, 2, sd), 1e-3)              # in raw units: some bounds bind, some do not
  list(lower = -round(reach * rep(c(1, 0.2, 0), length.out = ncol(b$x)), 4),
    upper = ifelse(rep(c(FALSE, FALSE, FALSE, TRUE), length.out = ncol(b$x)), Inf, round(reach * rep(c(0.5, 1), length.out = ncol(b$x)), 4)))
})
noIntercept <- function() variants("nointercept", on = penalties, change = function(b) list(intercept = FALSE))

sparse <- function() {
  cases <- list()
  for (loss in losses) for (penalty in c("ridge", "lasso", "enet")) for (standardize in c(TRUE, FALSE)) {
    x <- sparseDesign(50, 8, 53)
    name <- paste(loss, penalty, "sparse", if (standardize) "standardized" else "raw", sep = "-")
    cases[[name]] <- problem(name, loss, penalty, x, response(loss, x, 7 + seeds[[loss]]), standardize = standardize, sparse = TRUE)
  }
  cases
}

wide <- function() {                                         # more columns than rows
  cases <- list()
  for (loss in losses) for (penalty in c("ridge", "lasso", "enet")) {
    if (loss == "multinomial" && penalty != "lasso") next
    x <- design(30, 60, 61)
    name <- paste(loss, penalty, "wide", sep = "-")
    cases[[name]] <- problem(name, loss, penalty, x, response(loss, x, seeds[[loss]]))
  }
  cases
}

families <- function() {                                     # losses with a link or a parameter; weighted ones have an offset, too
  cases <- list()
  for (loss in setdiff(names(seeds), losses)) for (penalty in penalties) for (weighted in c(FALSE, TRUE)) {
    x <- design(48, 6, seeds[[loss]])
    name <- paste(sub(":", "-", loss), penalty, if (weighted) "weighted-offset" else "unit", sep = "-")
    cases[[name]] <- problem(name, loss, penalty, x, response(loss, x, seeds[[loss]]), standardize = !weighted,
      weights = if (weighted) caseWeights(nrow(x)), offset = if (weighted) offsets(nrow(x)))
  }
  cases
}
