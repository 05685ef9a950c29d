# Writes the data of the scale checks, and what glmnet finds there for numbers in its own terms.
# usage: Rscript scales.R OUTPUT_FOLDER   (from the folder that holds these scripts)

suppressMessages(library(glmnet))
source("taut.R"); source("problems.R"); source("json.R")
glmnet.control(fdev = 0, devmax = 1, mnlam = 200, pmin = 1e-14, exmx = 700, prec = 1e-14, mxit = 1000)
out <- commandArgs(TRUE)[1]

# One file a data set: weight, target, columns. Two designs of other sizes, scales and means.
sizes <- list(a = c(48, 8, 11), b = c(35, 5, 71))
datasets <- list()
for (loss in losses) for (size in names(sizes)) {
  s <- sizes[[size]]; x <- design(s[1], s[2], s[3])
  datasets[[paste(loss, size, sep = "-")]] <- list(loss = loss, x = x, y = response(loss, x, s[3]))
}
for (size in names(sizes)) {
  s <- sizes[[size]]; x <- design(s[1], s[2], s[3]); set.seed(s[3] + 5)
  mean <- exp(0.3 + 0.4 * as.vector(scale(x) %*% c(1, -0.8, 0, 0.5, 0, 0.3, 0, -0.4)[seq_len(s[2])]))
  datasets[[paste("gamma", size, sep = "-")]] <- list(loss = "gamma", x = x, y = round(pmax(0.01, rgamma(s[1], 3, 3 / mean)), 3))
}
for (name in names(datasets)) {
  d <- datasets[[name]]
  table <- data.frame(w = caseWeights(nrow(d$x)), y = d$y, d$x)
  names(table) <- c("w", "y", paste0("x", seq_len(ncol(d$x))))
  write.csv(table, file.path(out, paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
}

families <- list(squared = "gaussian", logistic = "binomial", multinomial = "multinomial", poisson = "poisson",
  probit = binomial("probit"), cloglog = binomial("cloglog"), gamma = Gamma("log"), "negbin:2" = MASS::negative.binomial(2))

# The numbers are glmnet's own, four digits as a user would type them; the path down to lambda keeps the last fit accurate.
one <- function(name, alpha, weighted, standardize, intercept, loss = datasets[[name]]$loss) {
  d <- datasets[[name]]
  family <- families[[loss]]
  call <- function(...) glmnet(d$x, d$y, family = family, alpha = alpha, standardize = standardize, intercept = intercept,
    weights = if (weighted) caseWeights(nrow(d$x)), thresh = 1e-22, maxit = 1e8, ...)
  lambda <- signif(call(nlambda = 20, lambda.min.ratio = if (alpha == 0) 1e-5 else 1e-2)$lambda[if (alpha == 0) 16 else 10], 4)
  fit <- call(lambda = lambda * c(16, 8, 4, 2, 1))
  last <- length(fit$lambda)
  several <- d$loss == "multinomial"
  beta <- matrix(if (several) vapply(fit$beta, function(b) b[, last], numeric(ncol(d$x))) else fit$beta[, last], ncol(d$x))
  b0 <- unname(if (several) fit$a0[, last] else fit$a0[last])
  paste0("  ", fields(data = text(name), loss = text(loss), penalty = text(if (alpha == 0) "ridge" else if (alpha == 1) "lasso" else "enet"),
    weighted = flag(weighted), standardize = flag(standardize), intercept = flag(intercept),
    estimator = text("glmnet"), numbers = numbers(c(lambda, alpha)), intercepts = numbers(b0),
    beta = paste0("[", paste(apply(beta, 2, numbers), collapse = ", "), "]")))
}

fits <- c()
for (name in names(datasets)[!startsWith(names(datasets), "gamma")]) for (alpha in c(0, 0.5, 1)) for (weighted in c(FALSE, TRUE))
  for (standardize in c(TRUE, FALSE)) for (intercept in c(TRUE, FALSE)) fits <- c(fits, one(name, alpha, weighted, standardize, intercept))
# Families by their functions have an outer loop of their own, which must be told to go on.
glmnet.control(epsnr = 1e-14, mxitnr = 200)
own <- list(c("logistic", "probit"), c("logistic", "cloglog"), c("gamma", "gamma"), c("poisson", "negbin:2"))
for (pair in own) for (alpha in c(0, 0.5, 1)) for (weighted in c(FALSE, TRUE)) for (standardize in c(TRUE, FALSE))
  fits <- c(fits, one(paste0(pair[1], "-a"), alpha, weighted, standardize, TRUE, pair[2]))
writeLines(c(sprintf('{"package": "glmnet", "version": "%s", "fits": [', as.character(packageVersion("glmnet"))),
  paste(fits, collapse = ",\n"), "]}"), file.path(out, "glmnet.json"))
cat(length(fits), "fits by glmnet\n")
