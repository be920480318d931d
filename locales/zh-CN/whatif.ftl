# 更改之前的费用测算。

whatif-show = 查看费用变化
whatif-title = 费用变化
whatif-none = { $day }的帐单没有变化。
whatif-sum = { $day }的帐单：{ $with }，原为 { $without }（含税）
whatif-without = 不更改
whatif-with = 更改后
whatif-difference = 差额
whatif-scope = 含税，仅计入受影响的订阅
whatif-lines = { $day }帐单的明细行
whatif-instead = 被替换的明细行
whatif-new = 新增
whatif-in-any-case = 不受影响
whatif-agreed = 以上金额以今天的情况为准，精确到分。如果在您确认之前情况有变，则不会执行任何操作，并显示新的金额。
whatif-not-known = 无法显示费用

err-whatif-changed = 费用已与您看到的不同，未执行任何操作。请查看新的金额后再次确认。

## 明细行的算法

arithmetic-exact = 结果恰好为整分，无需舍入。
arithmetic-up = 精确值 { $exact }，进位到分。
arithmetic-down = 精确值 { $exact }，舍去分以下的部分。
arithmetic-discount = 折扣：{ $amount } × { $percent }% = { $discount }
arithmetic-tax = 税款：{ $subtotal } × { $percent }% = { $tax }
