# Compares pooled.csv with metafor, to 1e-8. Usage: Rscript compare.R FOLDER
suppressMessages(library(metafor))
folder <- commandArgs(trailingOnly = TRUE)[1]
# The shortest digits of a number are read back exactly this way.
exact <- function(text) vapply(text, function(t) eval(parse(text = t)), 0)
cases <- read.csv(file.path(folder, "cases.csv"), colClasses = "character")
pooled <- read.csv(file.path(folder, "pooled.csv"), colClasses = "character")
cases$y <- exact(cases$y)
cases$v <- exact(cases$v)
pooled$value <- exact(pooled$value)

numbers <- function(y, v, method) {
  # The threshold is absolute: 1e-12 where variances are near 1, less where all are tiny.
  control <- list(threshold = 1e-12 * min(1, mean(v)), maxiter = 1000)
  fit <- suppressWarnings(rma(y, v, method = method, control = control))
  knapp <- suppressWarnings(rma(y, v, method = method, control = control, test = "knha"))
  # k - 2 degrees of freedom, as Higgins, Thompson and Spiegelhalter have it.
  prediction <- predict(fit, pi.type = "riley")
  top <- 1e4 * (var(y) + max(v)) + 1
  between <- suppressWarnings(
    confint(fit, control = list(tol = 1e-15, maxiter = 100000, tau2.max = top)))$random
  c(effect = as.numeric(fit$beta), se = fit$se, p = fit$pval, tau2 = fit$tau2,
    tau2_se = fit$se.tau2, q = fit$QE, q_p = fit$QEp, i2 = fit$I2, h2 = fit$H2,
    ci95_lower = fit$ci.lb, ci95_upper = fit$ci.ub,
    prediction95_lower = prediction$pi.lb, prediction95_upper = prediction$pi.ub,
    tau2_ci95_lower = between["tau^2", "ci.lb"], tau2_ci95_upper = between["tau^2", "ci.ub"],
    knapp_se = knapp$se, knapp_p = knapp$pval, knapp_lower = knapp$ci.lb,
    knapp_upper = knapp$ci.ub)
}

worst <- 0
count <- 0
wrong <- 0
for (name in unique(cases$case)) for (method in unique(pooled$method)) {
  mine <- cases[cases$case == name, ]
  expected <- numbers(mine$y, mine$v, method)
  own <- pooled[pooled$case == name & pooled$method == method, ]
  stopifnot(nrow(own) >= 9)
  for (row in seq_len(nrow(own))) {
    reference <- expected[[own$name[row]]]
    # Absolute up to 1 and relative above.
    difference <- abs(own$value[row] - reference) / max(1, abs(reference))
    count <- count + 1
    worst <- max(worst, difference)
    if (!is.finite(difference) || difference > 1e-8) {
      wrong <- wrong + 1
      cat(sprintf("%s, %s, %s: %.15g, metafor has %.15g\n", name, method, own$name[row],
                  own$value[row], reference))
    }
  }
}
cat(sprintf("%d numbers of %d cases; the largest difference from metafor %s is %.1e\n", count,
            length(unique(cases$case)), packageVersion("metafor"), worst))
if (wrong > 0) quit(status = 1)
