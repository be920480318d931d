# 登录与个人帐户：拒绝的原因，以及活动日志中的说明。

## 登录

err-sign-in = 登录名或密码不正确。
# $seconds：距下一次尝试的时间
err-sign-in-wait = 失败次数过多。请等待 { $seconds } 秒后重试。
# $minutes：距锁定结束的时间
err-sign-in-locked = 失败次数过多，登录已锁定 { $minutes } 分钟。
err-code-wrong = 此验证码不正确或已被使用。请输入身份验证器显示的下一个验证码，或输入一个恢复代码。

## 密码

err-password-current = 当前密码不正确。
err-password-mismatch = 两次输入不一致。请重新输入新密码。
err-password-same = 新密码不能与当前密码相同。

## 双重验证

err-second-factor-on = 您的双重验证已开启。请重新加载页面。
err-second-factor-off = 您的双重验证未开启。请重新加载页面。
err-second-factor-required = 管理员必须使用双重验证，因此无法关闭。

## 设置

err-language = 请从列表中选择一种语言。

## 活动日志

activity-signed-in = 登录
activity-signed-out = 注销
activity-sign-in-locked = 失败次数过多，登录已锁定
activity-password-changed = 更改密码
activity-second-factor-on = 开启双重验证
activity-second-factor-off = 关闭双重验证
activity-recovery-code-used = 使用恢复代码登录
activity-session-ended = 结束会话
activity-sessions-ended = 结束所有其他会话
